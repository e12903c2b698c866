import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/platform/env/env";
import { lookBeforeNext } from "@/lib/platform/http/before-next";
import { exchange } from "@/tests/contract/raw-http";
import { bareHeaders } from "./bare-answer";
import { answeredAsOdd, takeOverServers } from "./odd-requests";

const server = createServer((request, response) => {
  request.resume();
  response.end(`${request.method} ${request.url} ${request.headers.range ?? ""}`);
});
// As Next has one: without it Node takes the request for an ordinary one.
server.on("upgrade", (_, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
let port = 0;

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost:1/none");
  vi.stubEnv("NAGA_URL", "https://sis.naga.example");
  forgetEnv();
  takeOverServers();
  takeOverServers();
  lookBeforeNext([answeredAsOdd]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  forgetEnv();
});

const HOST = "Host: sis.naga.example\r\n";
const END = `${HOST}Connection: close\r\n\r\n`;

describe("answers that Next never sees", () => {
  it.each([
    ["rubbish", "RUBBISH\r\n\r\n", 400],
    ["a method nobody knows", `BREW / HTTP/1.1\r\n${END}`, 400],
    ["a length that is none", `POST / HTTP/1.1\r\n${HOST}Content-Length: x\r\n\r\n`, 400],
    [
      "two lengths",
      `POST / HTTP/1.1\r\n${HOST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
    ["headers without end", `GET / HTTP/1.1\r\n${HOST}X-A: ${"a".repeat(40_000)}\r\n\r\n`, 431],
    ["an expectation", `GET / HTTP/1.1\r\n${HOST}Expect: the unexpected\r\n\r\n`, 417],
    ["another protocol", `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, 426],
    ["everything at once", `OPTIONS * HTTP/1.1\r\n${END}`, 400],
    ["an address that cannot be decoded", `GET /students/%E0%A4%A HTTP/1.1\r\n${END}`, 400],
    ["a trace", `TRACE / HTTP/1.1\r\n${END}`, 405],
    ["deleting a page", `DELETE /students HTTP/1.1\r\n${END}`, 405],
    ["the methods of a page", `OPTIONS /students HTTP/1.1\r\n${END}`, 204],
  ])("%s", async (_, text, status) => {
    const answer = await exchange(port, text);
    expect(answer?.status).toBe(status);
    expect(answer?.headers).toMatchObject(bareHeaders());
    expect(answer?.headers["strict-transport-security"]).toContain("max-age=");
  });

  it("takes the host out of an address, wherever it would lead", async () => {
    const answer = await exchange(port, `GET http://evil.example/students?page=2 HTTP/1.1\r\n${END}`);
    expect(answer?.body).toContain("GET /students?page=2");
    expect((await exchange(port, `GET http://evil.example HTTP/1.1\r\n${END}`))?.status).toBe(400);
    expect((await exchange(port, `GET ftp://evil.example/x HTTP/1.1\r\n${END}`))?.status).toBe(400);
  });

  it("reads a short body that nobody wants, so that its sender hears why, and ends with a long one", async () => {
    const sent = (length: number, body: string) =>
      exchange(port, `PUT /students HTTP/1.1\r\n${HOST}Content-Length: ${length}\r\n\r\n${body}`);
    const short = await sent(200_000, "x".repeat(200_000));
    expect([short?.status, short?.headers.connection]).toEqual([405, "keep-alive"]);
    const long = await sent(50_000_000, "x".repeat(1000));
    expect([long?.status, long?.headers.connection]).toEqual([405, "close"]);
  });

  it("lets everything else through: old clients, routes with their methods, a body that was announced first", async () => {
    expect((await exchange(port, "GET /sign-in HTTP/1.0\r\n\r\n"))?.status).toBe(200);
    expect((await exchange(port, `DELETE /api/v1/x HTTP/1.1\r\n${END}`))?.status).toBe(200);
    const body = await exchange(
      port,
      `POST /sign-in HTTP/1.1\r\n${HOST}Expect: 100-continue\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx`,
    );
    expect(body?.status).toBe(100);
    const ranged = await exchange(port, `GET /sw.js HTTP/1.1\r\nRange: bytes=9999-\r\n${END}`);
    expect(ranged?.body).not.toContain("bytes");
  });
});
