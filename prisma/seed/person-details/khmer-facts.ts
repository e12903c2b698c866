import type { PersonRow } from "../people/person";
import { Random } from "../random";

export type KhmerFacts = {
  confidence: number | null;
  verifiedAt: string | null;
  /** Most confirmed names were seen by staff; the others were confirmed by their owners alone. */
  checkedAt: string | null;
};

/** How sure the Khmer name of an invented person is (domain.md 2.2 Names). */
export function khmerFactsOf(person: PersonRow): KhmerFacts {
  const random = new Random(`khmer name ${person.id}`);
  if (person.khmerNameSource === "APPROXIMATED") {
    return { confidence: random.int(32, 90) / 100, verifiedAt: null, checkedAt: null };
  }
  if (person.khmerNameSource !== "VERIFIED") return { confidence: null, verifiedAt: null, checkedAt: null };
  const checked = random.chance(0.92);
  return { confidence: 1, verifiedAt: person.createdAt, checkedAt: checked ? person.createdAt : null };
}
