import { instantText } from "../days";
import type { Loader } from "../load/loader";
import type { World } from "../world";
import type { Twin } from "./twins";

/** What was decided already, by the place in the list: most wait. */
const DECIDED: Record<number, "DIFFERENT" | "SAME"> = { 2: "SAME", 5: "DIFFERENT" };

/**
 * The queue of pairs as the last night and an import left it.
 * @param clerk label of the account that decided some, `account:12`
 */
export async function loadDuplicates(
  loader: Loader,
  world: World,
  twins: readonly Twin[],
  clerk: string | undefined,
): Promise<void> {
  const by = Number(clerk?.split(":")[1]) || null;
  await loader.load(
    "duplicate_candidate",
    "id, left_id, right_id, score, risk, reasons, source, status, found_at, decided_at, decided_by",
    twins.map(({ older, newer, verdict }, place) => {
      const status = (by && DECIDED[place]) || "OPEN";
      const open = status === "OPEN";
      return [
        place + 1,
        older,
        newer,
        verdict.value.score,
        verdict.value.risk,
        JSON.stringify(verdict.because),
        place % 4 === 3 ? "IMPORT" : "NIGHTLY",
        status,
        instantText(world.anchor - 1 - place, 130),
        open ? null : instantText(world.anchor - 1, 540 + place),
        open ? null : by,
      ];
    }),
  );
}
