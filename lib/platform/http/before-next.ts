import { type IncomingMessage, Server, type ServerResponse } from "node:http";

/** Looks at a request before Next does. @returns true when it has answered, so that nobody else sees the request */
export type Look = (request: IncomingMessage, response: ServerResponse) => boolean | undefined;

const key = Symbol.for("naga.before-next");
type Holder = { [key: symbol]: readonly Look[] | undefined };

/**
 * Shows every request of every HTTP server of this process to `looks`, one after the other, before Next sees it; in
 * the standalone server, `next start` and `next dev` alike (ADR 4). A second call replaces the list of the first.
 */
export function lookBeforeNext(looks: readonly Look[]): void {
  const holder = globalThis as Holder;
  const first = holder[key] === undefined;
  holder[key] = looks;
  if (!first) return;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event === "request" && answered(args[0] as IncomingMessage, args[1] as ServerResponse)) return true;
    return emit.call(this, event, ...args);
  } as typeof emit;
}

function answered(request: IncomingMessage, response: ServerResponse): boolean {
  return ((globalThis as Holder)[key] ?? []).some((look) => look(request, response));
}
