/** Latin and Khmer letters, digits, signs, spaces and line ends: what lists are made of. */
const COMMON = /[\t\n\r\u0020-\u024f\u1780-\u17ff\u19e0-\u19ff\u2000-\u206f]/g;

/**
 * The byte order of UTF-16 text, by its mark or, without one, by which order reads as text: most of its characters
 * are Latin or Khmer. Null for anything else.
 */
export function utf16Order(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head.length < 8) return null;
  const even = head.subarray(0, head.length - (head.length % 2));
  return (
    (["utf-16le", "utf-16be"] as const).find((order) => readsAsText(new TextDecoder(order).decode(even))) ??
    null
  );
}

function readsAsText(text: string): boolean {
  return (text.match(COMMON)?.length ?? 0) >= text.length * 0.95 && /[\t\n\r ,;]/.test(text);
}
