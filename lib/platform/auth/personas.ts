import "server-only";
import { isRole, ROLES, type RoleName } from "@/lib/platform/access/roles";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { env } from "@/lib/platform/env/env";

/** An invented person of the demo campus whom the sign-in page offers. */
export type Persona = {
  accountId: number;
  email: string;
  role: RoleName;
  displayName: string;
  /** Family name first; null without a person behind the account or without a Khmer name. */
  khmerName: string | null;
};

/** Personas sign in without a password, so they exist on a laptop and in tests only, and not beside Keycloak. */
export function personasAllowed(): boolean {
  const environment = env().NAGA_ENV;
  return (environment === "local" || environment === "test") && !keycloak();
}

// A copy of a real campus opened with NAGA_ENV=local by mistake must not stand open: its marker says so.
const PERSONA_SQL = `
SELECT a.id AS "accountId", a.email::text, a.display_name AS "displayName", r.role,
       nullif(concat_ws(' ', p.khmer_family_name, p.khmer_personal_name), '') AS "khmerName"
  FROM account a
  JOIN LATERAL (SELECT role FROM role_assignment
                 WHERE account_id = a.id AND valid_from <= $1::date AND (valid_to IS NULL OR valid_to > $1::date)
                 ORDER BY id LIMIT 1) r ON true
  LEFT JOIN person p ON p.id = a.person_id
 WHERE a.persona AND a.status = 'ACTIVE'
   AND NOT EXISTS (SELECT 1 FROM environment_marker WHERE data_class = 'REAL')`;

/** The personas to offer, one per role in the order of the roles; empty where they are refused. */
export async function listPersonas(): Promise<Persona[]> {
  if (!personasAllowed()) return [];
  const rows = await query<Persona>("auth.personas", `${PERSONA_SQL} ORDER BY a.id`, [campusToday()]);
  return ROLES.flatMap((role) => rows.find((row) => row.role === role) ?? []);
}

/** The persona of an e-mail, or null when it is nobody's or a real account's. */
export async function personaByEmail(email: string): Promise<Persona | null> {
  const [row] = await query<Persona>("auth.persona", `${PERSONA_SQL} AND a.email = $2::citext`, [
    campusToday(),
    email.trim(),
  ]);
  return row && isRole(row.role) ? row : null;
}
