/** A person of the stand-in, in the words of Keycloak's administration. */
export type StandInUser = {
  id: string;
  email: string;
  emailVerified: boolean;
  enabled: boolean;
  firstName: string;
  lastName: string;
  password: string;
  roles: string[];
  groups: string[];
  authorityLevel?: number;
  notBefore?: number;
};

/** The claims that the mappers of deploy/keycloak/naga-realm.json put into the ID token. */
export function claimsOf(user: StandInUser): Record<string, unknown> {
  return {
    email: user.email,
    email_verified: user.emailVerified,
    given_name: user.firstName,
    family_name: user.lastName,
    name: `${user.firstName} ${user.lastName}`,
    preferred_username: user.email,
    // Keycloak's own roles stand among ours; they mean nothing here.
    realm_access: { roles: ["default-roles-naga", "offline_access", ...user.roles] },
    groups: user.groups,
    ...(user.authorityLevel === undefined ? {} : { authority_level: user.authorityLevel }),
  };
}

type Event = { time: number; userId?: string; resourcePath?: string; type?: string; operationType?: string };

/** Users and what was changed about them. */
export class StandInRealm {
  readonly users = new Map<string, StandInUser>();
  readonly adminEvents: Event[] = [];
  readonly userEvents: Event[] = [];

  add(given: Pick<StandInUser, "email"> & Partial<StandInUser>): StandInUser {
    const user: StandInUser = {
      id: crypto.randomUUID(),
      emailVerified: true,
      enabled: true,
      firstName: "Test",
      lastName: "Person",
      password: crypto.randomUUID(),
      roles: [],
      groups: [],
      ...given,
    };
    this.users.set(user.id, user);
    return user;
  }

  /** Changes a user as an administrator does, which leaves an event. */
  change(id: string, changes: Partial<StandInUser>, resource = `users/${id}`): void {
    const user = this.users.get(id);
    if (!user) throw new Error(`no user ${id}`);
    Object.assign(user, changes);
    this.note(resource);
  }

  remove(id: string): void {
    this.users.delete(id);
    this.note(`users/${id}`);
  }

  note(resourcePath: string): void {
    this.adminEvents.unshift({ time: Date.now(), resourcePath, operationType: "UPDATE" });
  }

  byEmail(email: string): StandInUser | undefined {
    return [...this.users.values()].find((user) => user.email === email);
  }

  /** Answers the part of the admin interface that we ask for; undefined for what is not there. */
  answerAdmin(url: URL): unknown {
    const [kind = "", id = "", ...rest] = url.pathname.replace("/admin/realms/naga/", "").split("/");
    if (kind === "admin-events") return page(this.adminEvents, url);
    if (kind === "events") {
      const types = url.searchParams.getAll("type");
      return page(
        this.userEvents.filter(({ type = "" }) => types.includes(type)),
        url,
      );
    }
    const user = kind === "users" ? this.users.get(id) : undefined;
    if (!user) return undefined;
    if (rest[0] === "groups") return user.groups.map((path) => ({ id: path, name: path, path }));
    if (rest[0] === "role-mappings") return user.roles.map((name) => ({ id: name, name }));
    const { password: _, roles: __, groups: ___, authorityLevel, ...facts } = user;
    return {
      ...facts,
      username: user.email,
      attributes: authorityLevel ? { authority_level: [String(authorityLevel)] } : {},
    };
  }
}

function page(events: Event[], url: URL): Event[] {
  const first = Number(url.searchParams.get("first") ?? 0);
  return events.slice(first, first + Number(url.searchParams.get("max") ?? 100));
}
