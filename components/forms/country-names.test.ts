import { expect, test } from "vitest";
import { khmerCountries } from "./country-names";

test("the Khmer names of countries are those of the runtime, all of them", () => {
  const names = new Intl.DisplayNames(["km"], { type: "region", fallback: "none" });
  const countries = khmerCountries();
  expect(countries.size).toBeGreaterThan(240);
  expect(countries.get("KH")).toBe("កម្ពុជា");
  for (const [code, name] of countries) expect([code, name]).toEqual([code, names.of(code)]);
});
