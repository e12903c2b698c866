import sharp from "sharp";

type Given = {
  width?: number;
  height?: number;
  format?: "jpeg" | "png" | "webp";
  colour?: string;
  exif?: boolean;
  /** Where the disc stands from the left, 0 to 1. */
  at?: number;
};

/** An invented picture: a light disc on one colour, so that two colours are two pictures. */
export async function makePicture(given: Given = {}): Promise<Buffer> {
  const { width = 400, height = 500, format = "jpeg", colour = "#336699", at = 0.5 } = given;
  const disc = `<svg width="${width}" height="${height}"><circle cx="${width * at}" cy="${height / 3}" r="${width / 5}" fill="#f2d0b0"/></svg>`;
  const picture = sharp({ create: { width, height, channels: 3, background: colour } })
    .composite([{ input: Buffer.from(disc) }])
    .toFormat(format);
  return given.exif
    ? picture.withExif({ IFD0: { Artist: "SECRET ARTIST", Orientation: "1" } }).toBuffer()
    : picture.toBuffer();
}
