import type { ScopeKind } from "@/lib/platform/access/actor";
import { CAMPUS_ROLES, isRole, OWN_SCOPED_ROLES, type RoleName } from "@/lib/platform/access/roles";
import type { Identity } from "@/lib/platform/auth/keycloak/identity";

/** An assignment as roles and groups of Keycloak describe it. */
export type Wanted = {
  role: RoleName;
  scopeKind: ScopeKind;
  scopeRef: string | null;
  authorityLevel: number | null;
};

/** Codes that exist here; a group that names another one reaches nothing. */
export type Codes = { departments: ReadonlySet<string>; programmes: ReadonlySet<string> };

/** Both open every door, so a second person must confirm them here; Keycloak's word alone grants neither (ADR). */
export const NEVER_FROM_KEYCLOAK: ReadonlySet<RoleName> = new Set<RoleName>(["admin", "operator"]);

const GROUP = /^\/(departments|programmes)\/([^/]+)$/;

/**
 * What somebody holds here by what they are in Keycloak (domain.md 2.3). A role that takes a scope holds where the
 * groups say: `/campus`, `/departments/CODE`, `/programmes/CODE`. Without such a group it holds nowhere, so that
 * leaving the last department never widens a right to the whole campus.
 */
export function wantedAssignments(
  identity: Pick<Identity, "realmRoles" | "groups" | "authorityLevel">,
  codes: Codes,
): Wanted[] {
  const roles = [...new Set(identity.realmRoles)]
    .filter(isRole)
    .filter((role) => !NEVER_FROM_KEYCLOAK.has(role));
  const scopes = scopesOf(identity.groups, codes);
  const { authorityLevel } = identity;
  return roles.flatMap((role): Wanted[] => {
    if (OWN_SCOPED_ROLES.has(role)) return [{ role, scopeKind: "OWN", scopeRef: null, authorityLevel: null }];
    if (CAMPUS_ROLES.has(role)) return [{ role, scopeKind: "ALL", scopeRef: null, authorityLevel }];
    return scopes.map((scope) => ({ role, ...scope, authorityLevel }));
  });
}

/** Groups under /departments and /programmes, as codes that may or may not exist here. */
export function codesNamed(groups: readonly string[]): { departments: string[]; programmes: string[] } {
  const named = { departments: [] as string[], programmes: [] as string[] };
  for (const group of groups) {
    const [, kind, code] = group.match(GROUP) ?? [];
    if (kind && code) named[kind as keyof typeof named].push(code);
  }
  return named;
}

function scopesOf(
  groups: readonly string[],
  codes: Codes,
): { scopeKind: ScopeKind; scopeRef: string | null }[] {
  if (groups.includes("/campus")) return [{ scopeKind: "ALL", scopeRef: null }];
  const { departments, programmes } = codesNamed(groups);
  const known = (named: string[], existing: ReadonlySet<string>) =>
    [...new Set(named)].filter((code) => existing.has(code));
  return [
    ...known(departments, codes.departments).map((scopeRef) => ({
      scopeKind: "DEPARTMENT" as const,
      scopeRef,
    })),
    ...known(programmes, codes.programmes).map((scopeRef) => ({ scopeKind: "PROGRAMME" as const, scopeRef })),
  ];
}
