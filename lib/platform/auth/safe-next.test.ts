import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("safeNext", () => {
  it.each(["/students?q=sok&page=2", "/my/timetable#today", "/teach/classes/12"])("keeps %s", (next) => {
    expect(safeNext(next, "/home")).toBe(next);
  });

  it.each([
    null,
    "",
    "students",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/%5Cevil.example/..//evil.example",
    "javascript:alert(1)",
    "/sign-in?next=/sign-in",
    "/api/files/1",
    "/.//evil.example",
  ])("refuses %s", (next) => {
    const result = safeNext(next, "/home");
    expect(new URL(result, "https://naga.example").origin).toBe("https://naga.example");
    if (next?.includes("sign-in") || !next?.startsWith("/")) expect(result).toBe("/home");
  });

  test.prop([fc.string(), fc.webPath()])("never leaves the site", (start, path) => {
    for (const next of [start, `/${start}${path}`, `//${start}`, `/\\${path}`]) {
      const url = new URL(safeNext(next, "/home"), "https://naga.example");
      expect(url.origin).toBe("https://naga.example");
    }
  });
});
