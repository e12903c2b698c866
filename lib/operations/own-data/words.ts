import { loose } from "@/lib/platform/i18n/explain-text";
import { formatter } from "@/lib/platform/i18n/formatter";
import type { Locale } from "@/lib/platform/i18n/locales";
import { messages } from "@/lib/platform/i18n/messages";
import { translator } from "@/lib/platform/i18n/translator";

type Tree = { [key: string]: Tree | string };
const CODE = /^[A-Z][A-Z0-9_]*$/;
const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
/** "marital_status" → "Marital status": for a column that has no words yet. */
const plain = (code: string) => {
  const text = code.toLowerCase().replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The words of a code, as screens say them: from the messages whose path ends like the column, else from any. */
function codeWords(locale: Locale): (column: string, code: string) => string | undefined {
  const byPath = new Map<string, string>();
  const byCode = new Map<string, string>();
  const walk = (tree: Tree, parent: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "object") walk(value, key);
      else if (CODE.test(key) && !/[{<]/.test(value)) {
        for (const path of [parent, parent.replace(/s$/, "")])
          byPath.set(`${path}.${key}`, byPath.get(`${path}.${key}`) ?? value);
        byCode.set(key, byCode.get(key) ?? value);
      }
    }
  };
  for (const namespace of ["people", "studies", "registration", "approvals"] as const)
    walk(messages[locale][namespace] as Tree, namespace);
  walk(messages[locale] as unknown as Tree, "");
  return (column, code) => byPath.get(`${camel(column)}.${code}`) ?? byCode.get(code);
}

export type OwnDataWords = {
  locale: Locale;
  section: (name: string) => string;
  text: (key: string, values?: Record<string, string | number>) => string;
  column: (column: string) => string;
  table: (table: string) => string;
  /** A value as people read it. */
  value: (column: string, value: unknown) => string;
};

/** Columns whose values have words of this file's own. */
const OWN_WORDS: Record<string, string[]> = { by: ["who"], locale: ["languages"] };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** The words of the file of own data in a language. */
export function ownDataWords(locale: Locale): OwnDataWords {
  const t = loose(translator("ownData", locale));
  const history = loose(translator("history", locale));
  const format = formatter(locale, "western");
  const roles = loose(translator("roles", locale));
  const accesses = loose(translator("accessLog", locale));
  const words = codeWords(locale);
  const say = (value: unknown, column: string): string => {
    if (value === null || value === undefined || value === "") return "";
    if (typeof value === "boolean") return t(`yesNo.${value}`);
    if (typeof value === "number") return String(value);
    if (Array.isArray(value)) return value.map((each) => say(each, column)).join(", ");
    if (typeof value === "object")
      return Object.entries(value)
        .map(([key, each]) => [label(key), say(each, key)] as const)
        .filter(([, text]) => text !== "")
        .map((pair) => pair.join(": "))
        .join("; ");
    const text = String(value);
    const own = OWN_WORDS[column]?.find((key) => t.has(`${key}.${text}`));
    if (own) return t(`${own}.${text}`);
    if (column === "role" && roles.has(text)) return roles(text);
    if (DAY.test(text)) return format.date(text);
    if (INSTANT.test(text)) return format.dateTime(text);
    return CODE.test(text) ? (words(column, text) ?? text) : text;
  };
  const label = (column: string) =>
    [`columns.${column}`].flatMap((key) => (t.has(key) ? t(key) : []))[0] ??
    (history.has(`fields.${column}`) ? history(`fields.${column}`) : plain(column));
  return {
    locale,
    section: (name) => t(`sections.${name}`),
    text: (key, values) => t(key, values),
    column: label,
    table: (table) => {
      if (accesses.has(`what.${table}`)) return accesses(`what.${table}`);
      const found = [`tables.${table}`, `events.${table.split(".").at(-1)}`].find((key) => history.has(key));
      return found ? history(found) : plain(table);
    },
    value: (column, value) => say(value, column),
  };
}
