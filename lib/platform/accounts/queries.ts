import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { listAssignmentsOf } from "@/lib/platform/access/queries";
import type { AccountRecord, AccountRow, AccountSource, LastSeen } from "@/lib/platform/accounts/schemas";
import type { AccountListParams } from "@/lib/platform/accounts/search-params";
import { campusToday } from "@/lib/platform/dates/campus";
import { Conditions, containing } from "@/lib/platform/db/conditions";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query, queryPlanned } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

/** What the list is narrowed by; `personId` is the person behind a number that was searched for. */
export type AccountFilter = AccountListParams & { personId: number | null };

type Listed = Omit<AccountRow, "lastSignInAt"> & { lastSignInAt: Date | null };

const SOURCE: Record<AccountSource, string> = {
  persona: "a.persona",
  keycloak: "NOT a.persona AND a.subject IS NOT NULL",
  password: "NOT a.persona AND a.subject IS NULL AND a.password_hash IS NOT NULL",
  none: "NOT a.persona AND a.subject IS NULL AND a.password_hash IS NULL",
};

const BEGUN = "EXISTS (SELECT FROM account_session s WHERE s.account_id = a.id";
const SEEN: Record<LastSeen, string> = {
  week: `${BEGUN} AND s.created_at > now() - interval '7 days')`,
  quarter: `${BEGUN} AND s.created_at > now() - interval '90 days')`,
  older: `${BEGUN}) AND NOT ${BEGUN} AND s.created_at > now() - interval '90 days')`,
  never: `NOT ${BEGUN})`,
};

const columns = (
  today: string,
) => `a.id, a.display_name AS "displayName", a.email::text, a.person_id AS "personId", a.status,
  CASE WHEN a.persona THEN 'persona' WHEN a.subject IS NOT NULL THEN 'keycloak'
       WHEN a.password_hash IS NOT NULL THEN 'password' ELSE 'none' END AS source,
  ARRAY(SELECT r.role FROM role_assignment r WHERE r.account_id = a.id AND ${holds(today)}
         GROUP BY r.role ORDER BY min(r.id)) AS roles,
  (SELECT max(s.created_at) FROM account_session s WHERE s.account_id = a.id) AS "lastSignInAt"`;

const holds = (today: string) =>
  `r.valid_from <= ${today}::date AND (r.valid_to IS NULL OR r.valid_to > ${today}::date)`;

function conditions(filter: AccountFilter, found: Conditions, today: string): void {
  if (filter.q) {
    const pattern = found.bind(containing(filter.q));
    const named = `a.display_name ILIKE ${pattern} OR a.email::text ILIKE ${pattern}`;
    if (filter.personId === null) found.add(`(${named})`);
    else found.add(`(${named} OR a.person_id = ${found.bind(filter.personId)})`);
  }
  if (filter.status) found.add(`a.status = '${filter.status}'`);
  if (filter.source) found.add(SOURCE[filter.source]);
  if (filter.seen) found.add(SEEN[filter.seen]);
  if (filter.role) {
    found.add(
      `a.id IN (SELECT r.account_id FROM role_assignment r WHERE r.role = ${found.bind(filter.role)} AND ${holds(today)})`,
    );
  }
}

/**
 * A page of the accounts, by name or e-mail, counted to 10,000.
 * @throws AppError forbidden without access:read
 */
export async function listAccounts(actor: Actor, filter: AccountFilter): Promise<Page<AccountRow>> {
  authorise(actor, "access:read");
  const found = new Conditions();
  const today = found.bind(campusToday());
  conditions(filter, found, today);
  const { where, values } = found.done();
  const { page, size, sort } = filter;
  const direction = sort.direction === "desc" ? "DESC" : "ASC";
  const order = `${sort.column === "email" ? "a.email" : "a.display_name"} ${direction}, a.id ${direction}`;
  const [rows, counted] = await Promise.all([
    queryPlanned<Listed>(
      `SELECT ${columns(today)}
         FROM (SELECT * FROM account a WHERE ${where} ORDER BY ${order}
                LIMIT $${values.length + 1} OFFSET $${values.length + 2}) a
        ORDER BY ${order}`,
      [...values, size, (page - 1) * size],
    ),
    queryPlanned<{ n: number }>(
      // The day stands first in every shape, used or not.
      `SELECT count(*) AS n FROM (SELECT 1 FROM account a WHERE ${where} AND ${today}::date IS NOT NULL
                                   LIMIT ${COUNT_LIMIT + 1}) AS capped`,
      values,
    ),
  ]);
  return toPage(rows.map(toRow), counted[0]?.n ?? 0, page, size);
}

type Found = Listed &
  Omit<AccountRecord, keyof AccountRow | "assignments" | "emergencyUntil" | "createdAt"> & {
    emergencyUntil: Date | null;
    createdAt: Date;
  };

/**
 * One account with its roles of all times.
 * @throws AppError forbidden without access:read, not_found "access.account_unknown"
 */
export async function getAccount(actor: Actor, id: number): Promise<AccountRecord> {
  authorise(actor, "access:read");
  const known = Number.isInteger(id) && id > 0 && id < 2 ** 31;
  const [row] = known
    ? await query<Found>(
        "accounts.one",
        `SELECT ${columns("$2")}, a.version, a.locale, a.subject IS NOT NULL AS "hasSubject",
                a.password_hash IS NOT NULL AS "hasPassword", a.emergency_until AS "emergencyUntil",
                a.created_at AS "createdAt"
           FROM account a WHERE a.id = $1`,
        [id, campusToday()],
      )
    : [];
  if (!row) throw new AppError("not_found", "access.account_unknown");
  return {
    ...row,
    ...toRow(row),
    emergencyUntil: row.emergencyUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    assignments: await listAssignmentsOf(actor, id),
  };
}

function toRow(row: Listed): AccountRow {
  const { id, displayName, email, personId, status, source, roles, lastSignInAt } = row;
  return {
    id,
    displayName,
    email,
    personId,
    status,
    source,
    roles,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  };
}
