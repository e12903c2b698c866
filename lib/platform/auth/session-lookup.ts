import "server-only";
import type {
  AccountActor,
  Density,
  Digits,
  Locale,
  ScopeKind,
  SignInProvider,
  Theme,
} from "@/lib/platform/access/actor";
import { type HeldPositionRow, heldPositionsSql, toHeldPosition } from "@/lib/platform/access/held-positions";
import { isRole, permissionsOf, type RoleName } from "@/lib/platform/access/roles";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { lifetimeOf } from "@/lib/platform/auth/lifetimes";
import type { SessionToken } from "@/lib/platform/auth/token";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";

type Assignment = { role: RoleName; kind: ScopeKind; ref: string | null; level: number | null };

type Row = {
  session_id: string;
  role: string;
  provider: SignInProvider;
  idle_seconds: number;
  age_seconds: number;
  account_id: number;
  person_id: number | null;
  email: string;
  display_name: string;
  locale: Locale;
  digits: Digits;
  theme: Theme;
  density: Density;
  assignments: (Omit<Assignment, "role"> & { role: string })[];
  positions: HeldPositionRow[];
};

// Everything a request needs to know about who asks, in one prepared statement over primary and foreign keys.
const SESSION_SQL = `
SELECT s.id AS session_id, s.role, s.provider, extract(epoch FROM now() - s.last_seen_at)::float8 AS idle_seconds,
       extract(epoch FROM now() - s.created_at)::float8 AS age_seconds,
       a.id AS account_id, a.person_id, a.email::text, a.display_name, a.locale, a.digits, a.theme, a.density,
       (SELECT coalesce(json_agg(json_build_object('role', r.role, 'kind', r.scope_kind, 'ref', r.scope_ref,
                                                   'level', r.authority_level) ORDER BY r.id), '[]'::json)
          FROM role_assignment r
         WHERE r.account_id = a.id AND r.valid_from <= $3::date AND (r.valid_to IS NULL OR r.valid_to > $3::date)
       ) AS assignments,
       ${heldPositionsSql("a.person_id", "$3::date")} AS positions
  FROM account_session s
  JOIN account a ON a.id = s.account_id
 WHERE s.id = $1 AND s.account_id = $2 AND s.revoked_at IS NULL AND s.expires_at > now() AND a.status = 'ACTIVE'
   AND (a.emergency_until IS NULL OR a.emergency_until > now())`;

/** How stale `last_seen_at` may become before a request writes it, in seconds. */
const TOUCH_EVERY = 60;

/**
 * The actor of a session, or null when it is unknown, revoked, expired, idle for too long, or its account is
 * disabled, holds no role today or was opened for an emergency that is over. `touch` says that `last_seen_at` is due.
 */
export async function loadSession(
  token: SessionToken,
): Promise<{ actor: AccountActor; touch: boolean } | null> {
  const [row] = await query<Row>("auth.session", SESSION_SQL, [
    token.sessionId,
    token.accountId,
    campusToday(),
  ]);
  if (!row || isPast(row.provider)) return null;
  const assignments = row.assignments.filter((entry): entry is Assignment => isRole(entry.role));
  const roles = [...new Set(assignments.map((entry) => entry.role))];
  // Asked anew each time: a role that came later may allow less than those of the day of the sign-in.
  const { idle, absolute } = lifetimeOf(roles);
  if (roles.length === 0 || row.idle_seconds > idle || row.age_seconds > absolute) return null;
  return { actor: toActor(row, assignments, roles), touch: row.idle_seconds > TOUCH_EVERY };
}

/** Passwords and personas open nothing where Keycloak is configured, sessions from the time before it neither. */
function isPast(provider: SignInProvider): boolean {
  return (provider === "PASSWORD" || provider === "PERSONA") && keycloak() !== null;
}

function toActor(row: Row, assignments: Assignment[], roles: RoleName[]): AccountActor {
  // A role that was taken away meanwhile leaves the session with the next one it still holds.
  const role = roles.find((name) => name === row.role) ?? (roles[0] as RoleName);
  const acting = assignments.filter((entry) => entry.role === role);
  const positions = row.positions.map(toHeldPosition);
  const levels = [
    ...acting.flatMap((entry) => (entry.level === null ? [] : [entry.level])),
    ...positions.map((position) => position.level),
  ];
  return {
    kind: "account",
    accountId: row.account_id,
    personId: row.person_id,
    sessionId: row.session_id,
    provider: row.provider,
    email: row.email,
    displayName: row.display_name,
    role,
    roles,
    permissions: permissionsOf(
      role,
      acting.some((entry) => entry.kind === "ALL"),
    ),
    scopes: acting.map(({ kind, ref }) => ({ kind, ref })),
    authorityLevel: levels.length > 0 ? Math.min(...levels) : null,
    positions,
    locale: row.locale,
    digits: row.digits,
    theme: row.theme,
    density: row.density,
  };
}
