import { dayText } from "../days";
import type { World } from "../world";
import type { Loader } from "./loader";

/** Days before the end of a term on which the final test is held (domain.md 4.1). */
const FINAL_BEFORE_END = 14;

/** Midterm and final of the running and the coming language terms: absences are counted from zero after each. */
export async function loadTestResets(loader: Loader, world: World): Promise<void> {
  const terms = world.terms.filter((term) => term.type.startsWith("ENG") && term.end >= world.anchor);
  let id = 0;
  await loader.load(
    "test_period_reset",
    "id, term_id, test_type, reset_date, for_all",
    terms.flatMap((term) => [
      [++id, term.id, "MIDTERM", dayText(term.start + Math.floor((term.end - term.start) / 2)), true],
      [++id, term.id, "FINAL", dayText(term.end - FINAL_BEFORE_END), true],
    ]),
  );
}
