import type { RowProblem } from "@/lib/people/import/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translator } from "@/lib/platform/i18n/translator";

type Say = (problem: RowProblem) => string;

/** Tells problems of rows as sentences in a language: "Date of birth: 31/02/2001 is no date. …". */
export function problemTeller(locale: Locale): Say {
  const say = loose(translator("import", locale));
  const status = (value: unknown) => {
    const key = `statuses.${String(value)}`;
    return say.has(key) ? say(key) : String(value ?? "");
  };
  return (problem) => {
    const { from, to, ...params } = problem.params ?? {};
    const sentence = say(`problems.${problem.code}`, {
      value: problem.value ?? "",
      ...params,
      from: status(from),
      to: status(to),
    });
    return problem.field ? `${say(`fields.${problem.field}`)}: ${sentence}` : sentence;
  };
}
