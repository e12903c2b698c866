import { describe, expect, test } from "vitest";
import { z } from "zod";
import { REGISTERED_JOBS } from "@/jobs/registry";
import { defineJob, type JobDefinition } from "@/lib/platform/jobs/define";

/**
 * A job that people start works on something, which its input names, and says which right its command asks for, so that
 * a retry asks again. The system's own jobs work on everything and need none.
 */
function asksNobody({ input, permission }: Pick<JobDefinition, "input" | "permission">): boolean {
  const fields = input instanceof z.ZodObject ? Object.keys(input.shape) : ["anything"];
  return fields.length > 0 && permission === undefined;
}

describe("a job that people start", () => {
  test("names the permission of its command", () => {
    expect(REGISTERED_JOBS.length).toBeGreaterThan(5);
    const bad = REGISTERED_JOBS.filter(({ definition }) => asksNobody(definition));
    expect(bad.map(({ definition }) => definition.name)).toEqual([]);
  });

  test("is noticed without one", () => {
    expect(asksNobody(defineJob({ name: "test.no-right", input: z.object({ id: z.int() }) }))).toBe(true);
    expect(asksNobody(defineJob({ name: "test.of-system", input: z.object({}) }))).toBe(false);
  });
});
