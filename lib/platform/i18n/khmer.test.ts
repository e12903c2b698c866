import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { foldKhmer, normaliseKhmer } from "@/lib/platform/i18n/khmer";

const consonant = fc.integer({ min: 0x1780, max: 0x17a2 }).map((code) => String.fromCodePoint(code));
const subscript = consonant.map((letter) => `\u17d2${letter}`);
const mark = fc.constantFrom(...Array.from("៉៊ាិីឹឺុូួើឿៀេែៃោៅំះៈ់៌៍៏័"));
const syllable = fc.record({
  base: consonant,
  tail: fc.uniqueArray(fc.oneof(subscript, mark), { maxLength: 5 }),
});
const text = fc.array(
  fc.oneof(
    syllable.map((s) => s.base + s.tail.join("")),
    fc.constantFrom(" ", "\u200b", "a", "-", "៧", "\u17d2", "ា"),
  ),
  { maxLength: 8 },
);

describe("Khmer spelling", () => {
  test("subscripts in any order are one spelling: ស្ត្រី", () => {
    expect(normaliseKhmer("ស\u17d2រ\u17d2តី")).toBe(normaliseKhmer("ស\u17d2ត\u17d2រី"));
    expect(normaliseKhmer("ស\u17d2រ\u17d2តី")).toBe("ស\u17d2ត\u17d2រី");
  });

  test("a vowel typed before a subscript is put behind it", () => {
    expect(normaliseKhmer("ភ\u17c6\u17d2ន\u17bb")).toBe("ភ\u17d2ន\u17bb\u17c6");
  });

  test("halves of vowels are joined", () => {
    expect(normaliseKhmer("ក\u17c1\u17b8ត")).toBe("កើត");
    expect(normaliseKhmer("ក\u17c1\u17b6ះ")).toBe("កោះ");
  });

  test("zero-width spaces and joiners vanish", () => {
    expect(normaliseKhmer("សុខ\u200bដា\u200dរ៉ា\ufeff")).toBe("សុខដារ៉ា");
  });

  test("the search does not tell apart what looks alike", () => {
    expect(foldKhmer("កណ្ដាល")).toBe(foldKhmer("កណ្តាល"));
    expect(foldKhmer("ស៊ីម")).toBe(foldKhmer("សុីម"));
    expect(foldKhmer("ក៉ី៊")).toBe(foldKhmer("កីុ"));
    expect(foldKhmer("០១២")).toBe("012");
  });

  test.prop([syllable, fc.infiniteStream(fc.nat())])("any order of marks is one spelling", (s, random) => {
    const keyed = s.tail.map((part) => ({ part, key: random.next().value }));
    const shuffled = keyed.sort((a, b) => a.key - b.key).map((entry) => entry.part);
    expect(normaliseKhmer(s.base + shuffled.join(""))).toBe(normaliseKhmer(s.base + s.tail.join("")));
  });

  test.prop([text])("normalising and folding twice changes nothing more", (parts) => {
    const input = parts.join("");
    expect(normaliseKhmer(normaliseKhmer(input))).toBe(normaliseKhmer(input));
    expect(foldKhmer(foldKhmer(input))).toBe(foldKhmer(input));
    expect(foldKhmer(normaliseKhmer(input))).toBe(foldKhmer(input));
  });

  test.prop([fc.string()])("text without Khmer stays", (input) => {
    expect(normaliseKhmer(input)).toBe(input);
  });
});
