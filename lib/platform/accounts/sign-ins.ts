import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { SignInParams } from "@/lib/platform/accounts/sign-in-params";
import { type Device, describeDevice } from "@/lib/platform/auth/device";
import type { Place } from "@/lib/platform/auth/place";
import { placeFinder } from "@/lib/platform/auth/places";
import { campusInstant } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { Conditions, containing } from "@/lib/platform/db/conditions";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { queryPlanned } from "@/lib/platform/db/pool";
import { streamRows } from "@/lib/platform/db/stream-rows";

export type SignInFilter = Omit<SignInParams, "page" | "size">;

/** A sign-in, a refusal, or how a session went on. `email` is what was typed; `by` the name of the account. */
export type SignInRow = {
  id: number;
  /** ISO instant */
  at: string;
  email: string;
  accountId: number | null;
  by: string | null;
  result: string;
  ip: string | null;
  place: Place;
  device: Device;
};

type Row = Pick<SignInRow, "id" | "email" | "accountId" | "by" | "result" | "ip"> & {
  at: Date;
  userAgent: string | null;
};

const COLUMNS = `e.id, e.at, e.email::text, e.account_id AS "accountId", a.display_name AS by, e.result, e.ip,
  e.user_agent AS "userAgent"`;
const ACCOUNT = "LEFT JOIN account a ON a.id = e.account_id";

function conditions(filter: SignInFilter): Conditions {
  const found = new Conditions();
  if (filter.who) {
    const [text, pattern] = [found.bind(filter.who), found.bind(containing(filter.who))];
    found.add(`(e.email = ${text}::citext OR e.account_id = ANY (ARRAY(
         SELECT id FROM account WHERE display_name ILIKE ${pattern} OR email::text ILIKE ${pattern})))`);
  }
  if (filter.account !== null) found.add(`e.account_id = ${found.bind(filter.account)}`);
  if (filter.result) found.add(`e.result = ${found.bind(filter.result)}`);
  if (filter.ip) {
    const address = filter.ip.toLowerCase();
    if (/[.:]$/.test(address)) found.add(`e.ip LIKE ${found.bind(`${address}%`)}`);
    else found.add(`e.ip = ${found.bind(address)}`);
  }
  if (filter.from) found.add(`e.at >= ${found.bind(campusInstant(filter.from))}`);
  if (filter.to) found.add(`e.at < ${found.bind(campusInstant(addDays(filter.to, 1)))}`);
  return found;
}

/**
 * A page of the history of sign-ins, refusals and ends of sessions, newest first, counted to 10,000.
 * @throws AppError forbidden without access:read
 */
export async function listSignInEvents(
  actor: Actor,
  filter: SignInFilter & { page: number; size: number },
): Promise<Page<SignInRow>> {
  authorise(actor, "access:read");
  const { where, values } = conditions(filter).done();
  const { page, size } = filter;
  const [rows, counted, placeOf] = await Promise.all([
    queryPlanned<Row>(
      `SELECT ${COLUMNS}
         FROM (SELECT * FROM sign_in_event e WHERE ${where} ORDER BY e.at DESC, e.id DESC
                LIMIT $${values.length + 1} OFFSET $${values.length + 2}) e ${ACCOUNT}
        ORDER BY e.at DESC, e.id DESC`,
      [...values, size, (page - 1) * size],
    ),
    queryPlanned<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM sign_in_event e WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
      values,
    ),
    placeFinder(),
  ]);
  return toPage(
    rows.map((row) => toRow(row, placeOf)),
    counted[0]?.n ?? 0,
    page,
    size,
  );
}

/** All entries of a filter as a stream, newest first, for the CSV file. @throws AppError forbidden without access:read */
export async function* streamSignInEvents(actor: Actor, filter: SignInFilter): AsyncGenerator<SignInRow> {
  authorise(actor, "access:read");
  const { where, values } = conditions(filter).done();
  const placeOf = await placeFinder();
  const text = `SELECT ${COLUMNS} FROM sign_in_event e ${ACCOUNT} WHERE ${where} ORDER BY e.at DESC, e.id DESC`;
  for await (const row of streamRows<Row>(text, values)) yield toRow(row, placeOf);
}

function toRow({ userAgent, at, ...row }: Row, placeOf: (address: string | null) => Place): SignInRow {
  return { ...row, at: at.toISOString(), place: placeOf(row.ip), device: describeDevice(userAgent) };
}
