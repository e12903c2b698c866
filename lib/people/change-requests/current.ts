import "server-only";
import { dayFromDb } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import type { AskedTopic, ChangeField, Value } from "./rules";

/** What stands on file for the fields of a topic, with the version of its row; 0 where there is no row yet. */
export type Current = { version: number; values: Partial<Record<ChangeField, Value>> };

/**
 * Reads what a request is about as it is now. Null when the paper is no longer there, or somebody else's.
 * @param paperId the paper that is corrected; null for one that is not on file
 */
export async function readCurrent(
  db: Pick<Tx, "person" | "identityPaper">,
  personId: number,
  topic: AskedTopic,
  paperId: number | null,
): Promise<Current | null> {
  if (topic === "PAPERS") {
    if (paperId === null) return { version: 0, values: {} };
    const paper = await db.identityPaper.findFirst({ where: { id: paperId, personId } });
    if (!paper) return null;
    const { version, kind, number, country, issuedBy, issuedOn, expiresOn } = paper;
    return {
      version,
      values: {
        kind,
        number,
        country,
        issuedBy,
        issuedOn: dayFromDb(issuedOn),
        expiresOn: dayFromDb(expiresOn),
      },
    };
  }
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { version: true, familyName: true, personalName: true, dateOfBirth: true, birthProvince: true },
  });
  if (!person) return null;
  const { version, dateOfBirth, ...names } = person;
  return { version, values: { ...names, dateOfBirth: dayFromDb(dateOfBirth) } };
}
