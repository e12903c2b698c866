import { AppError } from "@/lib/platform/errors";
import { explain } from "@/lib/platform/explained";
import type { PlacementFinding } from "./placement-rules";

/**
 * Refuses what the findings refuse, and what they ask to confirm as long as nobody has; the explanation names what is in
 * the way, the address its page.
 * @throws AppError refused `timetable.in_the_way`, `timetable.students_would_clash`
 */
export function refusePlacement(findings: readonly PlacementFinding[], acceptClashes: boolean): void {
  const grave = findings.filter(({ severity }) => severity === "refuse");
  const asking = findings.filter(({ severity }) => severity === "confirm");
  const told = grave.length > 0 ? grave : acceptClashes ? [] : asking;
  if (told.length === 0) return;
  const because = told.map(({ severity: _, href: __, ...reason }) => reason);
  const href = told.find((each) => each.href)?.href;
  const details = { explained: explain(false, because), ...(href ? { href } : {}) };
  if (grave.length > 0) throw new AppError("refused", "timetable.in_the_way", details);
  const code = "timetable.students_would_clash";
  throw new AppError("refused", "timetable.students_would_clash", {
    ...details,
    fields: { acceptClashes: [code] },
  });
}
