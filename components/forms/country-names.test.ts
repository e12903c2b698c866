import { describe, expect, test } from "vitest";
import { countriesIn } from "./country-names";

describe.each(["en", "km"] as const)("countries in %s", (locale) => {
  const countries = countriesIn(locale);

  test("are those of the runtime, by its names", () => {
    const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    expect(countries.length).toBeGreaterThan(240);
    for (const { code, name } of countries) expect(name, code).toBe(names.of(code));
  });

  test("begin with Cambodia and stand in the order of their names", () => {
    expect(countries[0]?.code).toBe("KH");
    const at = (code: string) => countries.findIndex((country) => country.code === code);
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
    if (locale === "en") expect(at("AX")).toBeLessThan(at("AL"));
    expect(at(locale === "en" ? "ZW" : "HT")).toBeGreaterThan(at(locale === "en" ? "FR" : "CA"));
  });
});
