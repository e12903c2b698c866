import { fileTypeFromBuffer } from "file-type";
import { utf16Order } from "./utf16";

/** Bytes from the beginning of a file that decide its type. */
export const SNIFF_BYTES = 4_100;

const ZIP_FAMILY = /^application\/(zip|vnd\.openxmlformats|vnd\.oasis)/;

/**
 * The content type of a file by its first bytes, never by its name: a known signature, else text when nothing but
 * text is in it, else unknown bytes. Text is only ever `text/plain` here, so that nothing is shown as a page.
 */
export async function contentTypeOf(head: Uint8Array): Promise<string> {
  if (head.length === 0) return "application/x-empty";
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  if (known) return known.mime;
  return looksLikeText(head) ? "text/plain" : "application/octet-stream";
}

/** Whether a type may hold a spreadsheet: text, or one of the packed formats whose inside the worker looks at. */
export function mayBeTable(contentType: string): boolean {
  return contentType.startsWith("text/") || ZIP_FAMILY.test(contentType);
}

/** Besides UTF-16, text has no control characters but tab, line ends and page feed. */
function looksLikeText(head: Uint8Array): boolean {
  if (utf16Order(head)) return true;
  return !head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12);
}
