import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { type NameParts, personName } from "@/lib/platform/i18n/names";

/** How the person behind the account is greeted, in their own script; the account's name for one without a person. */
export async function findOwnName(actor: AccountActor): Promise<string> {
  if (actor.personId === null) return actor.displayName;
  const [name] = await query<NameParts>(
    "people.own-name",
    `SELECT family_name AS "familyName", personal_name AS "personalName", khmer_family_name AS "khmerFamilyName",
            khmer_personal_name AS "khmerPersonalName" FROM person WHERE id = $1`,
    [actor.personId],
  );
  return name ? personName(name, actor.locale) : actor.displayName;
}
