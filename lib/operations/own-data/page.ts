import type { Collected, Row } from "./collect";
import type { OwnDataWords } from "./words";

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A page of its own without scripts, so that it opens anywhere and prints. */
const STYLE = `
body { font: 15px/1.55 "Noto Sans Khmer", "Khmer OS", system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #ccd3dd; }
dl { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .15rem 1rem; margin: 0 0 1rem; padding: .6rem .8rem; background: #f5f7fa; border-radius: 6px; break-inside: avoid; }
dt { color: #55617a; } dd { margin: 0; overflow-wrap: anywhere; } .none { color: #55617a; }
@media (prefers-color-scheme: dark) { body { background: #12161d; color: #e6eaf1; } dl { background: #1b212b; } h2 { border-color: #38414f; } dt, .none { color: #a4b0c3; } }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }`;

function rowText(row: Row, words: OwnDataWords): string {
  const lines = Object.entries(row).flatMap(([column, value]) => {
    const text = column === "what" ? words.table(String(value)) : words.value(column, value);
    return text === "" ? [] : [`<dt>${escapeHtml(words.column(column))}</dt><dd>${escapeHtml(text)}</dd>`];
  });
  return lines.length === 0 ? "" : `<dl>${lines.join("")}</dl>`;
}

/** Everything that was collected as one page in the language of the person. */
export function ownDataPage(collected: readonly Collected[], words: OwnDataWords, madeAt: string): string {
  const sections = collected.map(({ name, rows }) => {
    const text = rows.map((row) => rowText(row, words)).join("");
    const body = text || `<p class="none">${escapeHtml(words.text("none"))}</p>`;
    return `<section><h2>${escapeHtml(words.section(name))}</h2>${body}</section>`;
  });
  const title = escapeHtml(words.text("title"));
  return `<!doctype html>
<html lang="${words.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1><p>${escapeHtml(words.text("made", { date: words.value("at", madeAt) }))}</p>
<p>${escapeHtml(words.text("about"))}</p>
${sections.join("\n")}
</body></html>
`;
}
