import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { AppError } from "@/lib/platform/errors";
import type { StorageDriver } from "./driver";
import { type SigningKeys, signedHeaders } from "./sigv4";

export type S3Settings = SigningKeys & {
  /** `https://s3.example.org`; the bucket stands in the path, which every S3-compatible store understands. */
  endpoint: string;
  bucket: string;
};

const TRIES = 3;

/** Objects in a bucket of an S3-compatible store. */
export function s3Driver(settings: S3Settings, now: () => Date = () => new Date()): StorageDriver {
  const urlOf = (key: string) => new URL(`${settings.endpoint.replace(/\/$/, "")}/${settings.bucket}/${key}`);

  async function attempt(make: () => Promise<Response>): Promise<Response> {
    for (let tried = 1; ; tried += 1) {
      const answer = await make().catch((cause: unknown) => {
        if (tried < TRIES) return null;
        throw new AppError("unavailable", "storage.unavailable", { cause });
      });
      if (answer && answer.status < 500) return answer;
      await answer?.body?.cancel();
      if (tried >= TRIES) throw new AppError("unavailable", "storage.unavailable");
      await new Promise((resolve) => setTimeout(resolve, 100 * 4 ** (tried - 1)));
    }
  }

  function must(answer: Response, ...allowed: number[]): void {
    if (answer.ok || allowed.includes(answer.status)) return;
    throw new Error(`the object store answered ${answer.status}`);
  }

  return {
    async putFile(key, path, facts) {
      const url = urlOf(key);
      const headers = { "content-type": facts.contentType, "content-length": String(facts.size) };
      const answer = await attempt(() =>
        fetch(url, {
          method: "PUT",
          headers: signedHeaders(settings, {
            method: "PUT",
            url,
            headers,
            payloadSha256: facts.sha256,
            at: now(),
          }),
          body: Readable.toWeb(createReadStream(path)) as unknown as BodyInit,
          duplex: "half",
        } as RequestInit),
      );
      await answer.body?.cancel();
      must(answer);
      await rm(path, { force: true });
    },
    async open(key) {
      const url = urlOf(key);
      const answer = await attempt(() =>
        fetch(url, { headers: signedHeaders(settings, { method: "GET", url, at: now() }) }),
      );
      if (answer.status === 404) {
        await answer.body?.cancel();
        return null;
      }
      must(answer);
      return Readable.fromWeb(answer.body as unknown as NodeWebStream);
    },
    async remove(key) {
      const url = urlOf(key);
      const answer = await attempt(() =>
        fetch(url, {
          method: "DELETE",
          headers: signedHeaders(settings, { method: "DELETE", url, at: now() }),
        }),
      );
      await answer.body?.cancel();
      must(answer, 404);
    },
  };
}
