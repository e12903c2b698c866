import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type S3Stub = {
  endpoint: string;
  objects: Map<string, Buffer>;
  /** Requests as `PUT /bucket/key`. */
  requests: string[];
  /** How many of the next requests fail with 500. */
  failures: number;
  close: () => Promise<void>;
};

/** The part of an S3-compatible store that we use: signed PUT, GET and DELETE, hash of the body checked. */
export async function startS3Stub(): Promise<S3Stub> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      stub.requests.push(`${request.method} ${request.url}`);
      const body = Buffer.concat(chunks);
      const key = request.url ?? "";
      const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/test-1\/s3\/aws4_request, /.test(
        request.headers.authorization ?? "",
      );
      const hash = createHash("sha256").update(body).digest("hex");
      if (stub.failures > 0) {
        stub.failures -= 1;
        response.writeHead(500).end("busy");
      } else if (!signed || request.headers["x-amz-content-sha256"] !== hash)
        response.writeHead(403).end("no");
      else if (request.method === "PUT") {
        stub.objects.set(key, body);
        response.writeHead(200).end();
      } else if (request.method === "DELETE") {
        stub.objects.delete(key);
        response.writeHead(204).end();
      } else if (stub.objects.has(key)) response.writeHead(200).end(stub.objects.get(key));
      else response.writeHead(404).end("none");
    });
  });
  const stub: S3Stub = {
    endpoint: "",
    objects: new Map(),
    requests: [],
    failures: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stub.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return stub;
}
