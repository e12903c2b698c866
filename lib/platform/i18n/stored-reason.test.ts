import { describe, expect, test } from "vitest";
import { loose } from "./explain-text";
import { storedReason, tellReason } from "./stored-reason";
import { translator } from "./translator";

const [english, khmer] = (["en", "km"] as const).map((locale) => loose(translator("reasons", locale)));
if (!english || !khmer) throw new Error("no translators");

describe("a stored reason", () => {
  test("of the system is told in the language of the reader", () => {
    const stored = storedReason("completed", { programme: "BA-IR" });
    expect(stored).toBe("completed?programme=BA-IR");
    expect(tellReason(english, stored)).toBe("Completed BA-IR");
    expect(tellReason(khmer, stored)).toBe("បានបញ្ចប់ BA-IR");
    expect(tellReason(khmer, "no_class_half_year")).toMatch(/[\u1780-\u17ff]/);
  });

  test("keeps its values whatever they hold", () => {
    const file = "បញ្ជី ១ & 2=3?+%.csv";
    expect(tellReason(english, storedReason("loaded_from", { file }))).toBe(`Loaded from the list “${file}”`);
  });

  test("of a person stays as it was written", () => {
    for (const words of ["He moved to Siem Reap.", "moved", "គ្រួសាររើទៅ", "sick?yes=no", ""]) {
      expect(tellReason(khmer, words)).toBe(words);
    }
  });
});
