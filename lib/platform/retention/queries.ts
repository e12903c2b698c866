import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { query } from "@/lib/platform/db/pool";
import { type RetentionRule, retentionRules } from "./define";
import { cutoffOf } from "./keep";

/** A rule as it is shown. Instants are ISO. */
export type RuleRow = {
  name: string;
  setting: RetentionRule["setting"];
  months: number;
  /** What is older than this goes tonight. */
  before: string;
  /** How many that would be, counted to 10,000. */
  waiting: number;
  lastRanAt: string | null;
  lastRemoved: number | null;
  /** What it removed in the runs of the last year. */
  yearRemoved: number;
};

/** One run of a rule. */
export type RunRow = { id: number; rule: string; ranAt: string; cutoff: string; removed: number };

const RUNS_SHOWN = 50;

type Past = { rule: string; ran_at: string; removed: number; year: number };

/**
 * Every rule with its period, what would go in the next night, and what went before.
 * @throws AppError forbidden without settings:read
 */
export async function listRetentionRules(actor: Actor): Promise<RuleRow[]> {
  authorise(actor, "settings:read");
  const tomorrow = addDays(campusToday(), 1);
  const past = await query<Past>(
    "platform.retention-past",
    `SELECT DISTINCT ON (rule) rule, to_json(ran_at)#>>'{}' AS ran_at, removed,
            (sum(removed) FILTER (WHERE ran_at > now() - interval '1 year') OVER (PARTITION BY rule))::int AS year
       FROM retention_run ORDER BY rule, retention_run.ran_at DESC`,
  );
  const last = new Map(past.map((row) => [row.rule, row]));
  return Promise.all(
    retentionRules().map(async (rule): Promise<RuleRow> => {
      const { months, before } = await cutoffOf(rule, tomorrow);
      const run = last.get(rule.name);
      return {
        name: rule.name,
        setting: rule.setting,
        months,
        before: before.toISOString(),
        waiting: await rule.count(before),
        lastRanAt: run?.ran_at ?? null,
        lastRemoved: run?.removed ?? null,
        yearRemoved: run?.year ?? 0,
      };
    }),
  );
}

/** The newest runs that removed something, the newest first, at most 50. @throws AppError forbidden without settings:read */
export async function listRetentionRuns(actor: Actor): Promise<RunRow[]> {
  authorise(actor, "settings:read");
  return query<RunRow>(
    "platform.retention-runs",
    `SELECT id, rule, to_json(ran_at)#>>'{}' AS "ranAt", to_json(cutoff)#>>'{}' AS cutoff, removed
       FROM retention_run WHERE removed > 0 ORDER BY ran_at DESC, id DESC LIMIT ${RUNS_SHOWN}`,
  );
}
