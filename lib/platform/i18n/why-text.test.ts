import { describe, expect, it } from "vitest";
import { explain } from "@/lib/platform/explained";
import type { LooseTranslator } from "./explain-text";
import { formatter } from "./formatter";
import { whyText } from "./why-text";

function fake(
  messages: Record<string, (values: Record<string, string | number>) => string>,
): LooseTranslator {
  return Object.assign((key: string, values = {}) => messages[key]?.(values) ?? key, {
    has: (key: string) => key in messages,
  });
}

describe("whyText", () => {
  const rules = fake({ "registration.window": (v) => `opens ${v.opens}, staff ${v.staff}, room ${v.room}` });
  const remedies = fake({ "registration.wait": () => "Wait." });

  it("says reasons and remedy, with days as people read them", () => {
    const explained = explain(
      false,
      [
        {
          rule: "registration.window",
          inputs: { opens: "2026-11-24", staff: true, room: null },
          source: "domain.md 5.2",
          validOn: "2026-11-01",
        },
      ],
      { rule: "registration.wait" },
    );
    expect(whyText(explained, rules, remedies, formatter("en", "western"))).toEqual({
      reasons: [
        { text: "opens 24 Nov 2026, staff true, room —", source: "domain.md 5.2", validOn: "1 Nov 2026" },
      ],
      remedy: "Wait.",
    });
  });

  it("says a name that is kept in both languages in the reader's, with the reader's digits", () => {
    const term = fake({ "registration.term": (v) => `until ${v.term}` });
    const name = { en: "Bachelor, term 4", km: "បរិញ្ញាបត្រ ឆមាសទី4" };
    const explained = explain(false, [{ rule: "registration.term", inputs: { term: name } }]);
    const said = (locale: "en" | "km") =>
      whyText(explained, term, remedies, formatter(locale, "khmer")).reasons[0]?.text;
    expect(said("en")).toBe("until Bachelor, term 4");
    expect(said("km")).toBe("until បរិញ្ញាបត្រ ឆមាសទី៤");
  });

  it("shows the code of a rule without a message rather than nothing", () => {
    const explained = explain(1, [{ rule: "grading.new_rule", inputs: {} }]);
    expect(whyText(explained, rules, remedies, formatter("km", "khmer")).reasons).toEqual([
      { text: "grading.new_rule" },
    ]);
  });
});
