import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makePicture } from "@/tests/factories/picture";
import { zip } from "@/tests/factories/zip";
import { readPicture } from "./picture";

const refused = (bytes: Buffer) =>
  readPicture(bytes, "centre").then(
    () => "taken",
    (error: { code?: string }) => error.code,
  );

/** A PNG of `side` × `side` pixels that weighs almost nothing: it says so in its header and ends. */
function bomb(side: number): Buffer {
  const crc = (bytes: Buffer) => {
    let sum = 0xffffffff;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
  };
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(100_000));
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

describe("a picture is judged by what is in it", () => {
  it.each(["jpeg", "png", "webp"] as const)("takes %s and makes both sizes of it", async (format) => {
    const { full, thumb, sha256 } = await readPicture(await makePicture({ format }), "attention");
    expect(await sharp(full).metadata()).toMatchObject({ format: "webp", width: 320, height: 360 });
    expect(await sharp(thumb).metadata()).toMatchObject({ format: "webp", width: 80, height: 90 });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("strips what a camera wrote into it", async () => {
    const sent = await makePicture({ exif: true });
    expect(sent.includes("SECRET ARTIST")).toBe(true);
    const { full, thumb } = await readPicture(sent, "centre");
    for (const kept of [full, thumb]) {
      expect(kept.includes("SECRET ARTIST")).toBe(false);
      expect((await sharp(kept).metadata()).exif).toBeUndefined();
    }
  });

  it("turns it upright before it measures and cuts", async () => {
    const lying = await sharp(await makePicture({ width: 500, height: 170 }))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await refused(lying)).toBe("taken");
    expect(await refused(await makePicture({ width: 500, height: 170 }))).toBe("people.photo_too_small");
  });

  it("cuts the two crops differently", async () => {
    const sent = await makePicture({ width: 900, height: 300, at: 0.8 });
    const parts = await Promise.all([readPicture(sent, "attention"), readPicture(sent, "centre")]);
    expect(parts[0].full.equals(parts[1].full)).toBe(false);
    expect(parts[0].sha256).toBe(parts[1].sha256);
  });

  it.each([
    ["nothing", async () => Buffer.alloc(0), "people.photo_empty"],
    ["text", async () => Buffer.from("GIF89a, or so it says"), "people.photo_no_picture"],
    [
      "a GIF",
      () =>
        sharp({ create: { width: 300, height: 300, channels: 3, background: "red" } })
          .gif()
          .toBuffer(),
      "people.photo_no_picture",
    ],
    [
      "an SVG",
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'),
      "people.photo_no_picture",
    ],
    [
      "an AVIF",
      () =>
        sharp({ create: { width: 300, height: 300, channels: 3, background: "red" } })
          .avif({ effort: 0 })
          .toBuffer(),
      "people.photo_heic",
    ],
    [
      "more than 5 MB",
      async () => Buffer.concat([await makePicture(), Buffer.alloc(5 * 1_048_576)]),
      "people.photo_too_large",
    ],
    ["too few pixels", () => makePicture({ width: 159, height: 180 }), "people.photo_too_small"],
    [
      "half a JPEG",
      async () => {
        const whole = await makePicture({ width: 1200, height: 1200 });
        return whole.subarray(0, whole.length / 2);
      },
      "people.photo_damaged",
    ],
    ["a bomb", async () => bomb(30_000), "people.photo_too_many_pixels"],
    [
      "a JPEG that is an archive too",
      async () =>
        Buffer.concat([await makePicture(), zip([{ name: "a.js", content: Buffer.from("alert(1)") }])]),
      "people.photo_two_things",
    ],
    [
      "a JPEG that is a page too",
      async () => Buffer.concat([await makePicture(), Buffer.from("<script>alert(1)</script>")]),
      "people.photo_two_things",
    ],
    [
      "a JPEG that is a document too",
      async () => {
        const picture = await makePicture();
        return Buffer.concat([
          picture.subarray(0, 2),
          Buffer.from("fffe0009", "hex"),
          Buffer.from("%PDF-1."),
          picture.subarray(2),
        ]);
      },
      "people.photo_two_things",
    ],
  ] as const)("refuses %s", async (_what, make, code) => {
    expect(await refused(await make())).toBe(code);
  });
});
