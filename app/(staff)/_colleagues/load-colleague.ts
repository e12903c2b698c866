import { notFound, redirect } from "next/navigation";
import { findColleague } from "@/lib/people/colleagues/queries";
import type { ColleagueRecord } from "@/lib/people/colleagues/schemas";
import { type ColleagueKind, recordPath } from "@/lib/people/record-ref";
import { parseStudentNumber } from "@/lib/people/rules";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { recordAccess } from "@/lib/platform/access-log/record";
import type { AccessKind } from "@/lib/platform/access-log/schemas";
import { requirePage } from "@/lib/platform/auth/page";
import { latinName } from "@/lib/platform/i18n/names";
import { requestPath } from "@/lib/platform/security/request-headers";

/** What is noted in the access log, by the permission that a tab asks for. */
const NOTED: Partial<Record<Permission, AccessKind>> = {
  "audit:read_history": "audit.history",
  "access_log:read": "access_log.readers",
};

type Params = Promise<{ number: string }>;

/** A record that was found, who looks at it, and its address. */
export type LoadedColleague = { actor: AccountActor; record: ColleagueRecord; path: `/${string}` };

/**
 * The guard of every tab of a teacher or staff member: the permission (403), then the record within the actor's reach
 * (404 for an unknown one and for somebody else's alike). That it was opened is noted.
 */
export async function loadColleague(
  kind: ColleagueKind,
  params: Params,
  permission: Permission,
): Promise<LoadedColleague> {
  const actor = await requirePage("people:read");
  if (permission !== "people:read") await requirePage(permission);
  const given = (await params).number;
  const number = parseStudentNumber(given);
  const record = number === null ? null : await findColleague(actor, kind, number);
  if (!record) notFound();
  const path = recordPath({ of: kind, number: record.number });
  // One address a record: /teachers/00101 leads to /teachers/101, on whichever tab.
  const folder = path.slice(0, path.lastIndexOf("/"));
  if (given !== String(record.number)) {
    redirect((await requestPath()).replace(`${folder}/${given}`, path));
  }
  recordAccess(actor, { what: NOTED[permission] ?? "people.record", subjectId: record.personId });
  return { actor, record, path };
}

/** Title of the pages of a record; behind the same guard as the page, so that a title tells nobody a name. */
export async function colleagueTitle(
  kind: ColleagueKind,
  params: Params,
  permission: Permission,
): Promise<{ title: string }> {
  const { record } = await loadColleague(kind, params, permission);
  return { title: `${record.number} ${latinName(record.person)}` };
}
