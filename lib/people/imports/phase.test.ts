import { describe, expect, test } from "vitest";
import { phaseOf, stepOf } from "./phase";

const job = (status: "QUEUED" | "RUNNING" | "FAILED" | "SUCCEEDED") => ({
  name: "people.read-import-file",
  status,
});
const given = { isRead: false, wantsColumns: false };

describe("the phase of an import", () => {
  test("while it is a draft follows the reading", () => {
    expect(phaseOf({ ...given, status: "DRAFT", job: job("QUEUED") })).toBe("reading");
    expect(phaseOf({ ...given, status: "DRAFT", job: job("FAILED") })).toBe("unreadable");
    expect(phaseOf({ ...given, status: "DRAFT", job: job("SUCCEEDED"), isRead: true })).toBe("columns");
    expect(phaseOf({ ...given, status: "DRAFT", job: null, isRead: true })).toBe("columns");
  });

  test("afterwards follows the set; a checked list may go back to its columns", () => {
    expect(phaseOf({ ...given, status: "PREVIEWED", job: null, isRead: true })).toBe("result");
    expect(phaseOf({ ...given, status: "PREVIEWED", job: null, isRead: true, wantsColumns: true })).toBe(
      "columns",
    );
    expect(phaseOf({ ...given, status: "APPLIED", job: null, isRead: true, wantsColumns: true })).toBe(
      "done",
    );
  });

  test("belongs to one of four steps", () => {
    expect(
      ["unreadable", "columns", "result", "applying", "undone"].map((phase) => stepOf(phase as never)),
    ).toEqual([0, 1, 2, 2, 3]);
  });
});
