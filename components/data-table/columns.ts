import type { Currency, DateStyle } from "@/lib/platform/i18n/format";
import type { NameParts } from "@/lib/platform/i18n/names";

/** Colour of a badge, by meaning; "plain" is the label alone, for choices that need no eye on them. */
export type Tone = "plain" | "neutral" | "success" | "warning" | "danger" | "info";

export type Badge = { label: string; tone: Tone };

/** Where a cell goes when a row becomes two lines on a phone. */
export type PhonePlace = "title" | "aside" | "line" | "hidden";

/** A person in a cell: the name in the reader's script, the other script small beside it. */
export type PersonValue = NameParts & { approximated?: boolean };

type Common<Key extends string> = {
  /** The field of the row; also the name of the column in `sort=` and in the column choice. */
  key: Key;
  /** Heading, in the reader's language. */
  label: string;
  /** The heading becomes a link that sorts. */
  sortable?: boolean;
  /** Not shown until somebody chooses it. */
  optional?: boolean;
  /** Always shown; cannot be chosen away. */
  fixed?: boolean;
  /** Its values come with the rows only while it is shown: choosing it asks for the page again. */
  fetched?: boolean;
  phone?: PhonePlace;
};

/**
 * A column as plain data, so that a server page can hand it to the client table. Values: text, code and flag as
 * they are; number and money as number or decimal text; date YYYY-MM-DD; datetime ISO; time in minutes since
 * midnight; person as PersonValue; badge as a code looked up in `badges`; list as text[]. "custom" calls the
 * renderer of that name from the client wrapper's `renderers`. Null and "" show a dash.
 */
export type Column<Key extends string = string> = Common<Key> &
  (
    | { kind: "text" | "code" | "number" | "percent" | "datetime" | "time" | "person" | "list" | "flag" }
    | { kind: "date"; style?: DateStyle }
    | { kind: "money"; currency?: Currency }
    | { kind: "badge"; badges: Record<string, Badge> }
    | { kind: "link"; hrefKey: string }
    | { kind: "custom"; renderer: string }
  );

/** A row as plain JSON. With `href` the first column links there and Enter opens it. */
export type Row = { id: string | number; href?: string };

/** Key of a row's fields that may be a column. */
export type KeyOf<R> = Extract<keyof R, string>;

/** Columns that are shown: the chosen ones, or without a choice all that are not optional. */
export function shownColumns<C extends Column>(columns: readonly C[], chosen: readonly string[] | null): C[] {
  return columns.filter(
    (column) => column.fixed || (chosen ? chosen.includes(column.key) : !column.optional),
  );
}
