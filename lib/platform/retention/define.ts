import type { SystemActor } from "@/lib/platform/access/actor";
import type { SettingKey } from "@/lib/platform/settings/settings";

/** What is not kept for ever, and how it goes (domain.md 0.2 row 18). */
export type RetentionRule = {
  /** `<domain>.<things>`; its words are the messages `retention.rules.<domain>.<things>`. */
  name: string;
  /** The setting that says for how many months it is kept. */
  setting: Extract<SettingKey, `retention.${string}` | "access_log.keep_months">;
  /** How many would go that are older than `before`; counts no further than 10,001. */
  count: (before: Date) => Promise<number>;
  /**
   * Removes at most `most` of them in transactions of its own and says how many went; fewer than `most` means that
   * nothing is left. Safe to run again.
   */
  removeSome: (actor: SystemActor, before: Date, most: number) => Promise<number>;
  /** How many go at a time; 500 unless said. */
  part?: number;
};

const key = Symbol.for("naga.retention.rules");
type Holder = { [key: symbol]: Map<string, RetentionRule> | undefined };

function known(): Map<string, RetentionRule> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/** Declares a rule; the domain that owns the rows does this, and lib/operations/retention-rules.ts loads it. */
export function defineRetention(rule: RetentionRule): RetentionRule {
  known().set(rule.name, rule);
  return rule;
}

/** Every declared rule, by name. */
export function retentionRules(): RetentionRule[] {
  return [...known().values()].sort((a, b) => a.name.localeCompare(b.name));
}
