/** No letters or digits that look alike: it is read aloud and typed from paper. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP = 5;

/**
 * A random first password such as "kq7mx-3hfwd-…": 99 bits, from the generator of the browser. It is made where it is
 * shown, so that no answer of the server, which may be stored for repeated calls (ADR 3), ever holds it; the hash of
 * the call's input beside such an answer gives nothing of so random a text away.
 */
export function makeFirstPassword(): string {
  const letters: string[] = [];
  while (letters.length < GROUPS * GROUP) {
    for (const byte of crypto.getRandomValues(new Uint8Array(64))) {
      // What lies past a multiple of the alphabet would make its first letters likelier.
      if (byte < LETTERS.length * 8 && letters.length < GROUPS * GROUP) {
        letters.push(LETTERS.charAt(byte % LETTERS.length));
      }
    }
  }
  const text = letters.join("");
  return Array.from({ length: GROUPS }, (_, group) => text.slice(group * GROUP, (group + 1) * GROUP)).join(
    "-",
  );
}
