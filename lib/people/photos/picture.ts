import "server-only";
import { createHash } from "node:crypto";
import sharp, { type Metadata, type Sharp } from "sharp";
import { AppError } from "@/lib/platform/errors";
import { contentTypeOf, SNIFF_BYTES } from "@/lib/platform/storage/content-type";
import {
  PHOTO_BYTES_MAX,
  PHOTO_HEIGHT_MIN,
  PHOTO_PIXELS_MAX,
  PHOTO_SIZES,
  PHOTO_TYPES,
  PHOTO_WIDTH_MIN,
  type PhotoCrop,
} from "./rules";

/** A picture as it is kept: WebP without any metadata; `sha256` is that of what was sent. */
export type Picture = { full: Buffer; thumb: Buffer; sha256: string };

/** Telephones whose pictures the decoder does not know: they are asked for a JPEG. */
const HEIF = /^image\/(?:heic|heif|avif)/;
/** What a picture never holds, and a file that wants to be two things does. */
const FOREIGN = ["<?php", "<script", "<SCRIPT", "<html", "<HTML", "<!DOCTYPE"].map((text) =>
  Buffer.from(text),
);
const ZIP_END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const SECONDS = 10;

// One picture at a time uses one core: a class that sends its pictures must not starve the pages.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Reads a picture by what is in it, never by its name, and makes both sizes of it, upright, sRGB, without metadata.
 * @throws AppError `people.photo_empty`, `people.photo_too_large`, `people.photo_heic`, `people.photo_no_picture`,
 * `people.photo_two_things`, `people.photo_too_many_pixels`, `people.photo_too_small`, `people.photo_damaged`
 */
export async function readPicture(bytes: Buffer, crop: PhotoCrop): Promise<Picture> {
  const source = await openPicture(bytes, await checkContent(bytes));
  const [width, height] = PHOTO_SIZES.full;
  try {
    const full = await source
      .autoOrient()
      .resize(width, height, {
        fit: "cover",
        position: crop === "attention" ? sharp.strategy.attention : "centre",
      })
      .flatten({ background: "#ffffff" })
      .timeout({ seconds: SECONDS })
      .webp({ quality: 82 })
      .toBuffer();
    const thumb = await sharp(full)
      .resize(...PHOTO_SIZES.thumb)
      .webp({ quality: 80 })
      .toBuffer();
    return { full, thumb, sha256: createHash("sha256").update(bytes).digest("hex") };
  } catch (cause) {
    throw new AppError("invalid", "people.photo_damaged", { cause });
  }
}

/** The content type, when it is one that is taken. */
async function checkContent(bytes: Buffer): Promise<string> {
  if (bytes.length === 0) throw new AppError("invalid", "people.photo_empty");
  if (bytes.length > PHOTO_BYTES_MAX) throw new AppError("too_large", "people.photo_too_large");
  const type = await contentTypeOf(bytes.subarray(0, SNIFF_BYTES));
  if (HEIF.test(type)) throw new AppError("invalid", "people.photo_heic");
  if (!(PHOTO_TYPES as readonly string[]).includes(type))
    throw new AppError("invalid", "people.photo_no_picture");
  const isTwoThings =
    FOREIGN.some((text) => bytes.includes(text)) ||
    bytes.subarray(0, 1_024).includes("%PDF-") ||
    bytes.subarray(-66_000).includes(ZIP_END);
  if (isTwoThings) throw new AppError("invalid", "people.photo_two_things");
  return type;
}

async function openPicture(bytes: Buffer, type: string): Promise<Sharp> {
  const source = sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX, failOn: "error", pages: 1 });
  let facts: Metadata;
  try {
    facts = await source.metadata();
  } catch (cause) {
    const tooMany = cause instanceof Error && /pixel limit/i.test(cause.message);
    throw new AppError("invalid", tooMany ? "people.photo_too_many_pixels" : "people.photo_damaged", {
      cause,
    });
  }
  // What the first bytes promise, the decoder has to find.
  if (`image/${facts.format}` !== type) throw new AppError("invalid", "people.photo_no_picture");
  const { width, height } = facts.autoOrient;
  if (width * height > PHOTO_PIXELS_MAX) throw new AppError("invalid", "people.photo_too_many_pixels");
  if (width < PHOTO_WIDTH_MIN || height < PHOTO_HEIGHT_MIN)
    throw new AppError("invalid", "people.photo_too_small", {
      params: { width: PHOTO_WIDTH_MIN, height: PHOTO_HEIGHT_MIN },
    });
  return source;
}
