import "server-only";
import type { Snapshot } from "../rules/facts";
import { type Finding, refusals, type Verdict } from "../rules/finding";
import { judge } from "../rules/judge";
import type { CartItemInput } from "../schemas";

/** An item of a cart with what the rules say; `setAside` are the refusals that its override sets aside. */
export type JudgedItem = { item: CartItemInput; verdict: Verdict; setAside: Finding[]; granted: boolean };

/** The refusals that the person names and somebody may set aside; null when any other refusal remains. */
function setAsideOf(verdict: Verdict, item: CartItemInput): Finding[] | null {
  const named = new Set(item.override?.rules ?? []);
  const refused = refusals(verdict);
  return refused.every((each) => each.policy && named.has(each.rule)) ? refused : null;
}

/** Judges the items in their order: what was granted before counts for what comes after, `together` as co-requisites. */
function judgeInOrder(
  snapshot: Snapshot,
  items: CartItemInput[],
  together: ReadonlySet<number>,
): JudgedItem[] {
  const taking: number[] = [];
  return items.map((item) => {
    const verdict = judge(snapshot, {
      classId: item.classId,
      ...(item.giveClassId === undefined ? {} : { giving: item.giveClassId }),
      alsoTaking: taking,
      together: [...together].filter((id) => id !== item.classId && !taking.includes(id)),
    });
    const setAside = setAsideOf(verdict, item);
    if (setAside) taking.push(item.classId);
    return { item, verdict, setAside: setAside ?? [], granted: setAside !== null };
  });
}

/**
 * Judges a cart. Courses that must be taken together count for each other as long as all of them are granted: one that
 * is refused takes those that lean on it with it (blueprints 4: co-requisites are atomic).
 */
export function judgeCart(snapshot: Snapshot, items: CartItemInput[]): JudgedItem[] {
  let together: ReadonlySet<number> = new Set(items.map(({ classId }) => classId));
  for (;;) {
    const judged = judgeInOrder(snapshot, items, together);
    const granted = new Set(judged.filter((each) => each.granted).map((each) => each.item.classId));
    const left = new Set([...together].filter((id) => granted.has(id)));
    if (left.size === together.size) return judged;
    together = left;
  }
}

/** Whether a granted item leans on a class of the cart that got no seat after all. */
export function lostCompanion(
  snapshot: Snapshot,
  judged: readonly JudgedItem[],
  seated: ReadonlySet<number>,
): boolean {
  return judged.some(({ item, setAside }) => {
    const rule = "registration.corequisite";
    if (!seated.has(item.classId) || setAside.some((each) => each.rule === rule)) return false;
    const { findings } = judge(snapshot, {
      classId: item.classId,
      together: [...seated].filter((id) => id !== item.classId),
    });
    return findings.some((each) => each.rule === rule && each.value === "refuse");
  });
}
