import type { Mapping } from "@/lib/people/imports/define";
import { looksLikeFormula, type TableRow } from "@/lib/platform/spreadsheet/table";
import type { ProblemCode, RowProblem } from "./schemas";

/** Longest text of a cell that is no name; more is a slip that pasted a page into a cell. */
const TEXT_LENGTH = 254;
const SHOWN = 60;

/** The cells of one row by field, and what is said about them. */
export class Reading {
  readonly draft: { row: number; [field: string]: unknown };
  readonly problems: RowProblem[] = [];
  private readonly texts = new Map<string, string>();

  constructor(
    private readonly source: TableRow,
    mapping: Mapping,
    fields: readonly string[],
  ) {
    this.draft = { row: source.row };
    for (const field of fields) {
      const place = mapping[field];
      const text = place === undefined ? "" : (source.cells[place] ?? "");
      if (!text) continue;
      this.texts.set(field, text);
      if (place !== undefined && source.formulas?.includes(place))
        this.say(field, "formula_value", undefined, "warning");
    }
  }

  has(field: string): boolean {
    return this.texts.has(field);
  }

  text(field: string): string {
    return this.texts.get(field) ?? "";
  }

  say(
    field: string | null,
    code: ProblemCode,
    params?: RowProblem["params"],
    level: RowProblem["level"] = "error",
  ): void {
    const value = field ? this.texts.get(field)?.slice(0, SHOWN) : undefined;
    this.problems.push({
      row: this.source.row,
      field,
      code,
      level,
      ...(value ? { value } : {}),
      ...(params ? { params } : {}),
    });
  }

  /** Refuses texts that no field may hold: a formula as text, an error value, a page of text. */
  refuseText(field: string, text: string): boolean {
    if (looksLikeFormula(text)) this.say(field, "formula_text");
    else if (/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(text)) this.say(field, "error_value");
    else if (text.length > TEXT_LENGTH) this.say(field, "too_long", { limit: TEXT_LENGTH });
    else return false;
    return true;
  }

  /** Reads a field with `parse`, or says `code` about it. */
  take(field: string, parse: (text: string) => unknown, code: ProblemCode): void {
    const text = this.texts.get(field);
    if (text === undefined || this.refuseText(field, text)) return;
    const value = parse(text);
    if (value === null || value === undefined) this.say(field, code);
    else this.draft[field] = value;
  }
}
