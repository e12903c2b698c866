import "server-only";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromJsonLines } from "@/lib/platform/storage/json-lines";

/** Values put aside on the disk while a run goes on, so that memory stays flat whatever their number. */
export class ScratchFile<T> {
  count = 0;

  private constructor(
    private readonly folder: string,
    private readonly output: ReturnType<typeof createWriteStream>,
  ) {}

  static async open<T>(): Promise<ScratchFile<T>> {
    const folder = await mkdtemp(join(tmpdir(), "naga-import-"));
    return new ScratchFile<T>(folder, createWriteStream(join(folder, "lines")));
  }

  async add(value: T): Promise<void> {
    this.count += 1;
    if (!this.output.write(`${JSON.stringify(value)}\n`)) await once(this.output, "drain");
  }

  /** Ends the writing; afterwards the values can be read, as often as needed. */
  async close(): Promise<void> {
    if (this.output.closed) return;
    this.output.end();
    await once(this.output, "close");
  }

  values(): AsyncGenerator<T> {
    return fromJsonLines<T>(createReadStream(join(this.folder, "lines")));
  }

  async discard(): Promise<void> {
    await this.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
