import "server-only";
import { campusInstant, campusToday } from "@/lib/platform/dates/campus";
import { addMonths } from "@/lib/platform/dates/day";
import { writeTx } from "@/lib/platform/db/transaction";
import type { JobContext } from "@/lib/platform/jobs/define";
import { settingOn } from "@/lib/platform/settings/settings";
import { type RetentionRule, retentionRules } from "./define";

const PART = 500;

/** The moment before which the things of a rule go on a day: its setting's months earlier, at midnight of the campus. */
export async function cutoffOf(
  rule: RetentionRule,
  today: string,
): Promise<{ months: number; before: Date }> {
  const months = await settingOn(rule.setting, today);
  return { months, before: campusInstant(addMonths(today, -months)) };
}

/**
 * Applies every rule and writes down what each removed, also when that is nothing. A rule that fails stops no other; the
 * job fails afterwards, and its next try finds what is left.
 */
export async function keepRetention(job: JobContext): Promise<Record<string, number>> {
  const today = campusToday();
  const rules = retentionRules();
  const removed: Record<string, number> = {};
  const failures: unknown[] = [];
  for (const [place, rule] of rules.entries()) {
    await job.progress(place, rules.length);
    try {
      removed[rule.name] = await applyRule(rule, today, job);
    } catch (error) {
      await job.cancelled();
      job.log.error({ err: error, rule: rule.name }, "a rule of retention failed");
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "rules of retention failed");
  return removed;
}

async function applyRule(rule: RetentionRule, today: string, job: JobContext): Promise<number> {
  const { before } = await cutoffOf(rule, today);
  const most = rule.part ?? PART;
  let removed = 0;
  for (;;) {
    await job.cancelled();
    const part = await rule.removeSome(job.actor, before, most);
    removed += part;
    if (part < most) break;
  }
  await writeTx(job.actor, {}, (tx) =>
    tx.retentionRun.create({ data: { rule: rule.name, cutoff: before, removed } }),
  );
  return removed;
}
