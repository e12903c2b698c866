import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import "@/lib/operations/file-purposes";
import { importUpload } from "@/lib/people/imports/files";
import { type AccountActor, systemActor } from "@/lib/platform/access/actor";
import { claimFor, orStored } from "@/lib/platform/idempotency/claim";
import type { JobContext } from "@/lib/platform/jobs/define";
import { withContext } from "@/lib/platform/observability/context";
import type { StorageDriver } from "@/lib/platform/storage/driver";
import { fileSystemDriver } from "@/lib/platform/storage/file-system";
import { getFile, openFile, putFile, removeFile } from "@/lib/platform/storage/files";
import { s3Driver } from "@/lib/platform/storage/s3";
import { useStorageDriver } from "@/lib/platform/storage/storage";
import { makeAccount } from "@/tests/factories/account";
import { accountActor } from "@/tests/factories/actor";
import { type S3Stub, startS3Stub } from "@/tests/factories/s3-stub";
import { createTestDatabase, type TestDatabase } from "@/tests/setup/database";
import { work as removeExpired } from "../../../jobs/platform/remove-expired-files";

const folder = mkdtempSync(join(tmpdir(), "naga-storage-test-"));
let database: TestDatabase;
let stub: S3Stub;
let owner: AccountActor;
const drivers = new Map<string, StorageDriver>();

beforeAll(async () => {
  database = await createTestDatabase();
  stub = await startS3Stub();
  owner = accountActor({ accountId: (await makeAccount(database.pool)).id });
  drivers.set("file system", fileSystemDriver(folder));
  drivers.set(
    "S3",
    s3Driver({
      endpoint: stub.endpoint,
      bucket: "naga",
      region: "test-1",
      accessKeyId: "key",
      secretAccessKey: "secret",
    }),
  );
});
afterAll(async () => {
  useStorageDriver(undefined);
  await stub.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const content = `Name\n${"SOK DARA\n".repeat(50_000)}`;
const sha256 = createHash("sha256").update(content).digest("hex");
const put = (text: string | Buffer = content, expected = {}) =>
  putFile(owner, {
    stream: Readable.from([Buffer.from(text)]),
    name: "..\\evil/list?.csv",
    purpose: importUpload,
    expected,
  });
async function read(actor: AccountActor, id: string): Promise<string> {
  const { stream } = await openFile(actor, id);
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}

describe.each(["file system", "S3"])("files on %s", (kind) => {
  beforeAll(() => useStorageDriver(drivers.get(kind)));

  test("are stored once when an upload with a key comes twice", async () => {
    const idempotency = () =>
      claimFor(owner.accountId, `upload-${kind.replace(" ", "-")}`, "files.upload", {});
    const send = () => withContext({ idempotency: idempotency() }, () => orStored(() => put()));
    const first = await send();
    expect(await send()).toEqual(first);
    expect(await read(owner, first.id)).toBe(content);
  });

  test("come back as they went in, measured and typed on the way", async () => {
    const file = await put(content, { size: Buffer.byteLength(content), sha256 });
    expect(file).toMatchObject({ name: "list.csv", size: content.length, sha256, contentType: "text/plain" });
    expect(await read(owner, file.id)).toBe(content);
    const { rows } = await database.pool.query("SELECT storage_key FROM stored_file WHERE id = $1", [
      file.id,
    ]);
    expect(rows[0].storage_key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{36}$/);
    await removeFile(owner, file.id);
    await expect(openFile(owner, file.id)).rejects.toMatchObject({ code: "storage.file_not_found" });
    expect(await drivers.get(kind)?.open(rows[0].storage_key)).toBeNull();
  });

  test("are refused when cut, changed, empty, too large or of another kind, and leave nothing behind", async () => {
    const count = async () =>
      (await database.pool.query("SELECT count(*)::int AS n FROM stored_file")).rows[0].n;
    const before = await count();
    await expect(put(content, { size: 12 })).rejects.toMatchObject({ code: "storage.arrived_damaged" });
    await expect(put(content, { sha256: "0".repeat(64) })).rejects.toMatchObject({
      code: "storage.arrived_damaged",
    });
    await expect(put("")).rejects.toMatchObject({ code: "storage.empty" });
    await expect(put(Buffer.from("%PDF-1.4"))).rejects.toMatchObject({ code: "spreadsheet.not_a_table" });
    const small = { ...importUpload, maxBytes: 1_048_576 };
    const large = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(100_000, 97)));
    await expect(putFile(owner, { stream: large, name: "x", purpose: small })).rejects.toMatchObject({
      code: "storage.too_large",
      params: { megabytes: 1 },
    });
    expect(await count()).toBe(before);
  });

  test("are read by who holds the permission; everybody else learns nothing", async () => {
    const { id } = await put();
    const registrar = accountActor({ accountId: owner.accountId + 1 });
    expect(await getFile(registrar, id)).toMatchObject({ id });
    for (const role of ["student", "teacher", "operator", "admin"] as const) {
      const stranger = accountActor({ accountId: owner.accountId + 2, role });
      await expect(getFile(stranger, id)).rejects.toMatchObject({ kind: "not_found" });
    }
  });

  test("are removed when their days are over", async () => {
    const kept = await put();
    const over = await put();
    await database.pool.query(
      "UPDATE stored_file SET expires_at = now() - interval '1 minute' WHERE id = $1",
      [over.id],
    );
    await expect(getFile(owner, over.id)).rejects.toMatchObject({ kind: "not_found" });
    const context = {
      actor: systemActor("job:test"),
      progress: async () => undefined,
    } as unknown as JobContext;
    expect(await removeExpired({}, context)).toEqual({ removed: 1 });
    expect(await getFile(owner, kept.id)).toMatchObject({ id: kept.id });
  });
});

describe("the two stores", () => {
  test("S3: a busy store is asked again, a lost one is said, keys stay inside the bucket", async () => {
    useStorageDriver(drivers.get("S3"));
    stub.failures = 2;
    const { id } = await put();
    expect(await read(owner, id)).toBe(content);
    stub.failures = 10;
    await expect(put()).rejects.toMatchObject({ code: "storage.unavailable", kind: "unavailable" });
    stub.failures = 0;
    expect(stub.requests.every((line) => /^\w+ \/naga\/[0-9a-f/]+$/.test(line))).toBe(true);
  });

  test("file system: a key cannot lead out of the folder", async () => {
    const driver = fileSystemDriver(folder);
    await expect(driver.open("../../etc/passwd")).rejects.toThrow("storage key");
    await expect(driver.remove("/etc/passwd")).rejects.toThrow("storage key");
    expect(existsSync(folder)).toBe(true);
    expect(readdirSync(folder).every((name) => /^[0-9a-f]{2}$/.test(name))).toBe(true);
  });
});
