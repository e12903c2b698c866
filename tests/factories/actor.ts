import type { AccountActor } from "@/lib/platform/access/actor";
import { permissionsOf } from "@/lib/platform/access/roles";

/** An account actor for unit tests; its permissions follow its role unless given. */
export function accountActor(over: Partial<AccountActor> = {}): AccountActor {
  const role = over.role ?? "registrar";
  return {
    kind: "account",
    accountId: 1,
    personId: null,
    sessionId: "00000000-0000-7000-8000-000000000000",
    provider: "PERSONA",
    email: `${role}@demo.naga.example`,
    displayName: role,
    role,
    roles: [role],
    permissions: permissionsOf(role),
    scopes: [{ kind: "ALL", ref: null }],
    authorityLevel: null,
    positions: [],
    locale: "en",
    digits: "western",
    theme: "system",
    density: "comfortable",
    ...over,
  };
}
