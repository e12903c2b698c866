import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookBeforeNext } from "@/lib/platform/http/before-next";
import { PEER_HEADER, stampPeer } from "./peer-address";

const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
let url = "";

beforeAll(async () => {
  lookBeforeNext([stampPeer]);
  lookBeforeNext([stampPeer]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe("the peer's address", () => {
  it("is the socket's, whatever the client says, and Next's own headers are taken away", async () => {
    const response = await fetch(url, {
      headers: {
        [PEER_HEADER]: "10.0.0.1",
        "x-middleware-subrequest": "proxy",
        "x-nonce": "a nonce that the front door would have made",
        "x-naga-path": "/elsewhere",
        "x-forwarded-for": "1.1.1.1",
      },
    });
    const seen = (await response.json()) as Record<string, string>;
    expect(seen[PEER_HEADER]).toBe("127.0.0.1");
    for (const name of ["x-middleware-subrequest", "x-nonce", "x-naga-path"])
      expect([name, seen[name]]).toEqual([name, undefined]);
    // Left for clientAddress to judge.
    expect(seen["x-forwarded-for"]).toBe("1.1.1.1");
  });
});
