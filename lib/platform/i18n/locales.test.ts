import { describe, expect, it } from "vitest";
import { localeFromHeader } from "./locales";

describe("localeFromHeader", () => {
  it.each([
    ["km-KH,km;q=0.9,en;q=0.8", "km"],
    ["en-GB,en;q=0.9,km;q=0.1", "en"],
    ["fr,km;q=0.5,en;q=0.4", "km"],
    ["en;q=0.3, KM;q=0.7", "km"],
    ["km;q=0,de", "en"],
    ["*", "en"],
    ["", "en"],
    [null, "en"],
    [";;;q=x", "en"],
  ])("%j gives %s", (header, expected) => expect(localeFromHeader(header)).toBe(expected));
});
