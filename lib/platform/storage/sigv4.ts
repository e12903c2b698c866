import { createHash, createHmac } from "node:crypto";

export type SigningKeys = { accessKeyId: string; secretAccessKey: string; region: string };

type Signing = {
  method: "GET" | "PUT" | "DELETE" | "HEAD";
  url: URL;
  /** Headers to sign besides host, date and hash; lower-case names. */
  headers?: Record<string, string>;
  /** SHA-256 of the body in hex; of nothing for requests without one. */
  payloadSha256?: string;
  at: Date;
};

export const EMPTY_SHA256 = createHash("sha256").digest("hex");

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** Encodes like AWS: everything but unreserved characters, slashes kept. */
function encodePath(path: string): string {
  return decodeURIComponent(path)
    .split("/")
    .map((part) =>
      encodeURIComponent(part).replace(
        /[!'()*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join("/");
}

/**
 * Headers that make a request to an S3-compatible store authentic (AWS Signature Version 4, header form).
 * The query string of `url` must be empty: none of our requests has one.
 */
export function signedHeaders(keys: SigningKeys, request: Signing): Record<string, string> {
  const stamp = request.at.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = stamp.slice(0, 8);
  const hash = request.payloadSha256 ?? EMPTY_SHA256;
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.url.host,
    "x-amz-content-sha256": hash,
    "x-amz-date": stamp,
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    request.method,
    encodePath(request.url.pathname),
    "",
    ...names.map((name) => `${name}:${(headers[name] ?? "").trim().replace(/\s+/g, " ")}`),
    "",
    names.join(";"),
    hash,
  ].join("\n");
  const scope = `${day}/${keys.region}/s3/aws4_request`;
  const digest = createHash("sha256").update(canonical).digest("hex");
  const dayKey = hmac(
    hmac(hmac(hmac(`AWS4${keys.secretAccessKey}`, day), keys.region), "s3"),
    "aws4_request",
  );
  const signature = createHmac("sha256", dayKey)
    .update(["AWS4-HMAC-SHA256", stamp, scope, digest].join("\n"))
    .digest("hex");
  const { host: _sentByFetch, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}
