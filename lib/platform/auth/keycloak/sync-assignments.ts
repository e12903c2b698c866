import "server-only";
import type { Identity } from "@/lib/platform/auth/keycloak/identity";
import type { Wanted } from "@/lib/platform/auth/keycloak/wanted";
import { codesNamed, wantedAssignments } from "@/lib/platform/auth/keycloak/wanted";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import type { Tx } from "@/lib/platform/db/transaction";
import { storedReason } from "@/lib/platform/i18n/stored-reason";

/** Whose assignments: the account and, so that the history of a person shows them, the person behind it. */
export type Holder = { id: number; personId: number | null };

/**
 * Makes the assignments that came from Keycloak equal to what it says now: missing ones begin today, others end
 * today. What people here granted is never touched, and where it holds already nothing is added beside it.
 * Returns how many rows changed.
 */
export async function syncAssignments(tx: Tx, holder: Holder, identity: Identity): Promise<number> {
  const wanted = wantedAssignments(identity, await knownCodes(tx, identity.groups));
  const today = campusToday();
  const rows = await tx.roleAssignment.findMany({
    where: { accountId: holder.id, OR: [{ validTo: null }, { validTo: { gt: dayToDb(today) } }] },
    select: {
      id: true,
      role: true,
      scopeKind: true,
      scopeRef: true,
      authorityLevel: true,
      source: true,
      validFrom: true,
    },
    orderBy: { id: "asc" },
  });
  const held = rows.filter(({ source }) => source === "IDENTITY_PROVIDER");
  const ended = held.filter(
    (row) => !wanted.some((want) => fits(row, want) && row.authorityLevel === want.authorityLevel),
  );
  const missing = wanted.filter(
    (want) => !held.some((row) => fits(row, want) && row.authorityLevel === want.authorityLevel),
  );
  await endAssignments(tx, ended, today);
  let added = 0;
  for (const want of missing) {
    const local = rows
      .filter((row) => row.source === "LOCAL" && fits(row, want))
      .map(({ validFrom }) => dayFromDb(validFrom));
    // The same right twice on one day is refused by the database; the one granted here stands.
    if (local.some((from) => from <= today)) continue;
    const next = local.sort()[0];
    await tx.roleAssignment.create({
      data: {
        accountId: holder.id,
        personId: holder.personId,
        ...want,
        source: "IDENTITY_PROVIDER",
        validFrom: dayToDb(today),
        validTo: next === undefined ? null : dayToDb(next),
        reason: storedReason("identity_provider_roles"),
        grantedBy: "system:keycloak",
      },
    });
    added += 1;
  }
  return ended.length + added;
}

/** Ends every assignment that came from Keycloak today, as for a user who is gone there. Returns how many. */
export async function endAllFromKeycloak(tx: Tx, accountId: number): Promise<number> {
  const today = campusToday();
  const rows = await tx.roleAssignment.findMany({
    where: {
      accountId,
      source: "IDENTITY_PROVIDER",
      OR: [{ validTo: null }, { validTo: { gt: dayToDb(today) } }],
    },
    select: { id: true, validFrom: true },
  });
  await endAssignments(tx, rows, today);
  return rows.length;
}

async function endAssignments(tx: Tx, rows: { id: number; validFrom: Date }[], today: string): Promise<void> {
  for (const { id, validFrom } of rows) {
    const from = dayFromDb(validFrom);
    await tx.roleAssignment.update({
      where: { id },
      data: { validTo: dayToDb(from > today ? from : today), version: { increment: 1 } },
    });
  }
}

function fits(row: { role: string; scopeKind: string; scopeRef: string | null }, want: Wanted): boolean {
  return row.role === want.role && row.scopeKind === want.scopeKind && row.scopeRef === want.scopeRef;
}

async function knownCodes(tx: Tx, groups: readonly string[]) {
  const named = codesNamed(groups);
  const read = (codes: string[]) => ({ where: { code: { in: codes } }, select: { code: true } });
  const departments = await tx.department.findMany(read(named.departments));
  const programmes = await tx.programme.findMany(read(named.programmes));
  return {
    departments: new Set(departments.map(({ code }) => code)),
    programmes: new Set(programmes.map(({ code }) => code)),
  };
}
