import { describe, expect, test } from "vitest";
import { afterStep, duringStep, isUnderWay, mayBegin, trueStatus } from "./state";

describe("the state of a change set", () => {
  test("falls back when its job ended badly or is gone: the transaction was rolled back", () => {
    for (const job of ["FAILED", "CANCELLED", null] as const) {
      expect(trueStatus("PREVIEWING", job)).toBe("DRAFT");
      expect(trueStatus("APPLYING", job)).toBe("PREVIEWED");
      expect(trueStatus("UNDOING", job)).toBe("APPLIED");
      expect(trueStatus("APPLIED", job)).toBe("APPLIED");
    }
    for (const job of ["QUEUED", "RUNNING", "SUCCEEDED"] as const) {
      expect(trueStatus("APPLYING", job)).toBe("APPLYING");
    }
  });

  test("allows each step from its own states only", () => {
    expect(mayBegin("apply", "PREVIEWED")).toBe(true);
    for (const status of ["DRAFT", "PREVIEWING", "APPLYING", "APPLIED", "UNDONE"] as const) {
      expect(mayBegin("apply", status)).toBe(false);
    }
    expect(mayBegin("undo", "APPLIED")).toBe(true);
    expect(mayBegin("undo", "UNDONE")).toBe(false);
    expect(mayBegin("preview", "APPLIED")).toBe(false);
  });

  test("goes through a step by way of the state in between", () => {
    for (const step of ["preview", "apply", "undo"] as const) {
      expect(isUnderWay(duringStep(step))).toBe(true);
      expect(isUnderWay(afterStep(step))).toBe(false);
    }
  });
});
