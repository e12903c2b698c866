import type { Policy } from "@/lib/platform/access/policies";
import { AppError } from "@/lib/platform/errors";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { PERMISSIONS, type Permission } from "./permissions";
import type { RoleName } from "./roles";

export type ScopeKind = "ALL" | "OWN" | "DEPARTMENT" | "PROGRAMME";

/** Where an assignment holds: everywhere, on one's own record or classes, or in the department or programme `ref`. */
export type Scope = { kind: ScopeKind; ref: string | null };

export type Locale = "en" | "km";
export type Digits = "western" | "khmer";
export type Theme = "system" | "light" | "dark";
export type Density = "comfortable" | "compact";

export type SignInProvider = "PASSWORD" | "PERSONA" | "KEYCLOAK" | "EMERGENCY";

/** What a person chose for the screen; kept with the account. */
export type Preferences = { locale: Locale; digits: Digits; theme: Theme; density: Density };

/** A position whose authority is the person's today: held and not handed on, or handed to the person by its holder. */
export type HeldPosition = {
  assignmentId: number;
  title: Bilingual;
  /** 1 highest … 4 staff. */
  level: number;
  overrides: readonly Policy[];
  isActing: boolean;
  /** Name of the holder who handed it on for a while; null for one's own. */
  delegatedBy: string | null;
};

/**
 * A signed-in person acting in one role. Permissions, scopes and authority are those of that role's assignments
 * valid today; the other roles are listed so that the header can offer the switch.
 */
export type AccountActor = Preferences & {
  kind: "account";
  accountId: number;
  personId: number | null;
  sessionId: string;
  /** How they proved who they are; an emergency is shown on every page. */
  provider: SignInProvider;
  email: string;
  displayName: string;
  role: RoleName;
  roles: RoleName[];
  permissions: ReadonlySet<Permission>;
  scopes: Scope[];
  /**
   * The best of what the role's assignments and the positions give: 1 highest … 4 staff; null: may not override anything
   * by level (domain.md 2.2 Authority).
   */
  authorityLevel: number | null;
  /** Positions of the person, whatever the role: the highest first. */
  positions: readonly HeldPosition[];
};

/** The system itself: the seed, a scheduled job, the command line. It may do everything and overrides nothing. */
export type SystemActor = Preferences & {
  kind: "system";
  name: string;
  accountId: null;
  personId: null;
  permissions: ReadonlySet<Permission>;
  scopes: Scope[];
  authorityLevel: null;
};

export type Actor = AccountActor | SystemActor;

const everything: ReadonlySet<Permission> = new Set(PERMISSIONS);

/** Whether the actor holds the permission. Says nothing about *which* records: that is the domain's `scope(actor)`. */
export function can(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission);
}

/** Passes silently or throws `AppError("forbidden", "access.forbidden")`. Belongs in every command and query. */
export function authorise(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) {
    throw new AppError("forbidden", "access.forbidden", { params: { permission } });
  }
}

/** Passes when the actor holds at least one of the permissions, otherwise throws like `authorise`. */
export function authoriseAny(actor: Actor, ...permissions: [Permission, ...Permission[]]): void {
  if (!permissions.some((permission) => can(actor, permission))) {
    throw new AppError("forbidden", "access.forbidden", { params: { permission: permissions[0] } });
  }
}

/** An actor for work without a person behind it; `name` as in "seed" or "job:studies.import-students". */
export function systemActor(name: string): SystemActor {
  if (name.trim() === "") throw new Error("systemActor needs a name: the audit shows it");
  return {
    kind: "system",
    name,
    accountId: null,
    personId: null,
    permissions: everything,
    scopes: [{ kind: "ALL", ref: null }],
    authorityLevel: null,
    locale: "en",
    digits: "western",
    theme: "system",
    density: "comfortable",
  };
}

/** What the audit writes for the actor: `account:12` or `system:seed`. Never empty. */
export function actorLabel(actor: Actor): string {
  return actor.kind === "account" ? `account:${actor.accountId}` : `system:${actor.name}`;
}
