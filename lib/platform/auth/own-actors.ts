import "server-only";
import type { AccountActor, Digits, Locale } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { isRole, OWN_SCOPED_ROLES, permissionsOf } from "@/lib/platform/access/roles";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";

type Row = {
  account_id: number;
  person_id: number;
  email: string;
  display_name: string;
  locale: Locale;
  digits: Digits;
  roles: string[];
};

/**
 * A person as each of the roles that reach their own record or classes only (student, teacher, substitute) and that
 * their open account holds today, with no more than the permissions named here: for what is read without a session,
 * such as a calendar by its private address. Nobody without an open account or such a role: an empty list.
 */
export async function findOwnActors(
  personId: number,
  only: ReadonlySet<Permission>,
): Promise<AccountActor[]> {
  const [row] = await query<Row>(
    "auth.own-actors",
    `SELECT a.id AS account_id, a.person_id, a.email::text, a.display_name, a.locale, a.digits,
            array(SELECT DISTINCT r.role FROM role_assignment r
                   WHERE r.account_id = a.id AND r.valid_from <= $2::date
                     AND (r.valid_to IS NULL OR r.valid_to > $2::date) ORDER BY 1) AS roles
       FROM account a WHERE a.person_id = $1 AND a.status = 'ACTIVE'`,
    [personId, campusToday()],
  );
  if (!row) return [];
  const own = row.roles.filter(isRole).filter((role) => OWN_SCOPED_ROLES.has(role));
  return own.map((role) => ({
    kind: "account",
    accountId: row.account_id,
    personId: row.person_id,
    sessionId: "",
    provider: "PASSWORD",
    email: row.email,
    displayName: row.display_name,
    role,
    roles: own,
    permissions: new Set([...permissionsOf(role)].filter((name) => only.has(name))),
    scopes: [{ kind: "OWN", ref: null }],
    authorityLevel: null,
    positions: [],
    locale: row.locale,
    digits: row.digits,
    theme: "system",
    density: "comfortable",
  }));
}
