import type { PartPlan, SessionPlan } from "../structure";
import type { EditPartsInput } from "./schemas";

/** A part on file, as it is compared with what was typed. */
export type PartOnFile = PartPlan & {
  id: number;
  version: number;
  deliveryId: number;
  deliveryVersion: number;
  textbookIds: number[];
};
export type SessionOnFile = Omit<SessionPlan, "parts"> & { id: number; parts: PartOnFile[] };

export type PartTyped = EditPartsInput["sessions"][number]["parts"][number];
type Changed = { part: PartOnFile; typed: PartTyped };

/** What a form of parts asks for, against what is on file. */
export type PartsChange = {
  changed: Changed[];
  added: { session: number; part: PartPlan }[];
  removed: PartOnFile[];
  /** Parts that are no part of the class, or were moved to another session. */
  strangers: number[];
  /** The plan as it will be, for structureFaults. */
  plan: SessionPlan[];
};

function planOf(typed: PartTyped, code: number, templateId: number | null): PartPlan {
  const { id: _, ...facts } = typed;
  return { ...facts, weekdays: facts.weekdays as PartPlan["weekdays"], code, templateId };
}

/** Compares the typed sessions with those on file; new parts get the numbers after the highest of their session. */
export function partsChange(
  onFile: readonly SessionOnFile[],
  typed: EditPartsInput["sessions"],
): PartsChange {
  const change: PartsChange = { changed: [], added: [], removed: [], strangers: [], plan: [] };
  const kept = new Set<number>();
  for (const session of typed) {
    const before = onFile.find(({ number }) => number === session.number);
    let code = Math.max(0, ...(before?.parts ?? []).map((part) => part.code));
    const parts = session.parts.map((part): PartPlan => {
      if (part.id === null) {
        code += 1;
        const plan = planOf(part, code, null);
        change.added.push({ session: session.number, part: plan });
        return plan;
      }
      const found = before?.parts.find(({ id }) => id === part.id);
      if (!found || kept.has(part.id)) {
        change.strangers.push(part.id);
        return planOf(part, 0, null);
      }
      kept.add(part.id);
      change.changed.push({ part: found, typed: part });
      return planOf(part, found.code, found.templateId);
    });
    const { number, name, nameKm, weight } = session;
    change.plan.push({ number, name, nameKm, weight, parts });
  }
  change.removed = onFile.flatMap(({ parts }) => parts.filter(({ id }) => !kept.has(id)));
  return change;
}
