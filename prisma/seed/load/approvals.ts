import type { RoleName } from "@/lib/platform/access/roles";
import { dayText, instantText } from "../days";
import type { World } from "../world";
import type { Loader } from "./loader";

type Account = {
  id: number;
  person: { id: number; familyName: string; personalName: string };
  persona: boolean;
  grants: { role: RoleName }[];
};

/** Days from the seed until the request expires, counted from the day on which the campus was made. */
const WAITS = 6;

/**
 * One request that waits for the administrators' personas: the other administrator of the campus would like a colleague
 * at the registrar's office to look after the system as well. It expires within the week, like any other.
 */
export async function loadRequest(loader: Loader, world: World, accounts: readonly Account[]): Promise<void> {
  const first = (role: RoleName) =>
    accounts.find((account) => !account.persona && account.grants[0]?.role === role);
  const [maker, colleague] = [first("admin"), first("registrar")];
  if (!maker || !colleague) throw new Error("the offices lack an administrator or a registrar");
  const { person } = colleague;
  await loader.load(
    "approval",
    "id, kind, subject_id, subject_label, subject_key, payload, permission, maker_id, reason, created_at, expires_at",
    [
      [
        1,
        "access.grant-role",
        person.id,
        `${person.familyName} ${person.personalName}`,
        `account:${colleague.id}:operator`,
        JSON.stringify({
          accountId: colleague.id,
          role: "operator",
          authorityLevel: null,
          validFrom: dayText(world.anchor),
          lastDay: null,
        }),
        "access:grant",
        maker.id,
        "Looks after the background jobs in the holidays",
        instantText(world.anchor - 1, 540),
        instantText(world.anchor + WAITS, 540),
      ],
    ],
  );
}
