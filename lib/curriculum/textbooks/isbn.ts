/** A weighted sum of the digits, by place from 0. */
const sum = (digits: string, weight: (place: number) => number): number =>
  [...digits].reduce((total, digit, place) => total + Number(digit) * weight(place), 0);

/** The check digit of the first twelve digits of an ISBN-13. */
function lastOf13(twelve: string): string {
  return String((10 - (sum(twelve, (place) => (place % 2 === 0 ? 1 : 3)) % 10)) % 10);
}

function holds10(isbn: string): boolean {
  if (!/^\d{9}[\dX]$/.test(isbn)) return false;
  const last = isbn[9] === "X" ? 10 : Number(isbn[9]);
  return (sum(isbn.slice(0, 9), (place) => 10 - place) + last) % 11 === 0;
}

/**
 * An ISBN as it is kept, thirteen digits, from what stands on a book: hyphens and spaces go, ten digits become
 * thirteen. Null when its check digit does not fit, which is how slips of the pen are found.
 */
export function toIsbn(text: string): string | null {
  const plain = text
    .toUpperCase()
    .replace(/^ISBN(-1[03])?:?/, "")
    .replace(/[\s–—-]/g, "");
  if (/^97[89]\d{10}$/.test(plain)) return plain.at(-1) === lastOf13(plain.slice(0, 12)) ? plain : null;
  if (!holds10(plain)) return null;
  const twelve = `978${plain.slice(0, 9)}`;
  return twelve + lastOf13(twelve);
}
