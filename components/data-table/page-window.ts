/** Page numbers worth showing: the first, the last, and two around the present one; "gap" where numbers are left out. */
export function pageWindow(page: number, pages: number): (number | "gap")[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  const window: (number | "gap")[] = [];
  let last = 0;
  for (const number of sorted) {
    // A gap of one page is no shorter than its number.
    if (number - last === 2) window.push(number - 1);
    else if (number - last > 2) window.push("gap");
    window.push(number);
    last = number;
  }
  return window;
}
