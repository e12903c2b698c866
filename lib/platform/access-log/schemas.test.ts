import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/platform/i18n/messages";
import { ACCESS_KINDS } from "./schemas";

describe("every kind of access", () => {
  it("is noted somewhere", () => {
    const source = globSync("{app,lib}/**/*.{ts,tsx}", {
      exclude: (name) => /generated|access-log\/schemas|\.test\./.test(String(name)),
    })
      .map((file) => readFileSync(file, "utf8"))
      .filter((text) => /\b(?:record|add)Access\(/.test(text))
      .join("\n");
    expect(ACCESS_KINDS.filter((kind) => !source.includes(`"${kind}"`))).toEqual([]);
  });

  it("has words in both languages", () => {
    for (const locale of ["en", "km"] as const) {
      const words = messages[locale].accessLog.what as Record<string, Record<string, unknown>>;
      expect(
        ACCESS_KINDS.filter((kind) => {
          const [domain = "", thing = ""] = kind.split(".");
          return !words[domain]?.[thing];
        }),
      ).toEqual([]);
    }
  });
});
