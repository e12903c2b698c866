import { describe, expect, test } from "vitest";
import { z } from "zod";
import { REGISTERED_JOBS } from "@/jobs/registry";
import { defineJob, type JobDefinition } from "@/lib/platform/jobs/define";

/** A job that people start says which right its command asks for, so that a retry asks again; only a schedule needs none. */
const asksNobody = ({ schedule, permission }: Pick<JobDefinition, "schedule" | "permission">) =>
  schedule === undefined && permission === undefined;

describe("a job that people start", () => {
  test("names the permission of its command", () => {
    expect(REGISTERED_JOBS.length).toBeGreaterThan(5);
    const bad = REGISTERED_JOBS.filter(({ definition }) => asksNobody(definition));
    expect(bad.map(({ definition }) => definition.name)).toEqual([]);
  });

  test("is noticed without one", () => {
    expect(asksNobody(defineJob({ name: "test.no-right", input: z.object({}) }))).toBe(true);
  });
});
