import { SMTPServer } from "smtp-server";

export type Got = { to: string[]; from: string; raw: string };

/** A real SMTP server on a port of its own, which keeps what it gets and can be told to make trouble. */
export async function startMailServer(onPort = 0) {
  const got: Got[] = [];
  const trouble = {
    /** Recipients that are refused for good, or for now. */
    refused: new Set<string>(),
    deferred: new Set<string>(),
    /** The line is cut after the text of this recipient was taken. */
    cut: new Set<string>(),
  };
  const reply = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo({ address }, _session, done) {
      if (trouble.refused.has(address)) return done(reply(550, "No such user here"));
      if (trouble.deferred.has(address)) return done(reply(451, "Mailbox busy, try later"));
      done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
        got.push({ to, from, raw: Buffer.concat(parts).toString() });
        if (to.some((address) => trouble.cut.has(address))) {
          for (const connection of server.connections) connection.close();
          return;
        }
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(onPort, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    got,
    trouble,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
