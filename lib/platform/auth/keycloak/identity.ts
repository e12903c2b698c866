import { z } from "zod";

/** A person as Keycloak knows them, from the ID token or from its users' list. */
export type Identity = {
  subject: string;
  email: string;
  emailVerified: boolean;
  /** Family name first, as everywhere here. */
  displayName: string;
  realmRoles: string[];
  /** Full paths of groups. */
  groups: string[];
  /** 1 highest … 4 staff (domain.md 2.1 Position); null: none. */
  authorityLevel: number | null;
};

/** Strings that are no level count as none: a slip in Keycloak must not keep anybody out, nor lift them. */
const level = z
  .union([z.number(), z.string().regex(/^\d$/).transform(Number)])
  .pipe(z.number().int().min(1).max(4))
  .nullable()
  .catch(null);
const texts = z.array(z.string()).catch([]);

const claims = z.object({
  sub: z.string().min(1).max(255),
  sid: z.string().min(1).max(255).optional(),
  email: z.email().max(254).optional().catch(undefined),
  // Only the boolean: a mapper that says "false" as text must not count as true.
  email_verified: z.literal(true).optional().catch(undefined),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  name: z.string().optional(),
  realm_access: z.object({ roles: texts }).catch({ roles: [] }).default({ roles: [] }),
  groups: texts.default([]),
  authority_level: level.optional(),
  auth_time: z.number().optional(),
  iat: z.number().optional(),
});

/** Seconds between password and token: the person may have set up codes or chosen a password in between. */
const FRESH_SECONDS = 30 * 60;

/**
 * Reads the claims of an ID token whose signature, issuer, audience and nonce are proved. Throws ZodError, and
 * Error when the password was given so long ago that somebody took `prompt=login` from the address.
 */
export function identityOfClaims(given: unknown): Identity & { sid: string | undefined } {
  const read = claims.parse(given);
  if (read.auth_time !== undefined && (read.iat ?? 0) - read.auth_time > FRESH_SECONDS)
    throw new Error("id_token: the password was given too long ago");
  const email = read.email?.toLowerCase() ?? "";
  return {
    subject: read.sub,
    sid: read.sid,
    email,
    emailVerified: email !== "" && read.email_verified === true,
    displayName: nameOf(read.family_name, read.given_name) || read.name?.trim() || email || read.sub,
    realmRoles: read.realm_access.roles,
    groups: read.groups,
    authorityLevel: read.authority_level ?? null,
  };
}

const user = z.object({
  id: z.string(),
  enabled: z.boolean().default(false),
  notBefore: z.number().default(0),
  email: z.string().optional(),
  emailVerified: z.boolean().default(false),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  attributes: z
    .object({ authority_level: z.array(z.unknown()).optional() })
    .catch({})
    .default({}),
});
const named = z.array(z.object({ name: z.string() }));
const pathed = z.array(z.object({ path: z.string() }));

/** What the admin interface says of a user beside who it is. */
export type RealmUser = Identity & {
  enabled: boolean;
  /** Everything that is older was signed out there; seconds since 1970, 0: nothing was. */
  notBefore: number;
};

/** Reads what the admin interface says of one user, their effective realm roles and their groups. Throws ZodError. */
export function identityOfUser(given: unknown, roles: unknown, groups: unknown): RealmUser {
  const read = user.parse(given);
  const email = read.email?.toLowerCase() ?? "";
  return {
    subject: read.id,
    enabled: read.enabled,
    notBefore: read.notBefore,
    email,
    emailVerified: email !== "" && read.emailVerified,
    displayName: nameOf(read.lastName, read.firstName) || email || read.id,
    realmRoles: named.parse(roles).map(({ name }) => name),
    groups: pathed.parse(groups).map(({ path }) => path),
    authorityLevel: level.parse(read.attributes.authority_level?.[0] ?? null),
  };
}

function nameOf(family: string | undefined, given: string | undefined): string {
  return [family, given]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ");
}
