import { type APIRequestContext, type APIResponse, expect, request } from "@playwright/test";
import type { NagaWithKeycloak } from "../../setup/keycloak/naga";
import type { StandInUser } from "../../setup/keycloak/users";

/** A browser without a browser: cookies by host, redirects as answers. */
export class Visit {
  private constructor(
    private readonly naga: NagaWithKeycloak,
    private readonly http: APIRequestContext,
  ) {}

  static async begin(naga: NagaWithKeycloak): Promise<Visit> {
    return new Visit(naga, await request.newContext({ maxRedirects: 0, ignoreHTTPSErrors: false }));
  }

  get(path: string): Promise<APIResponse> {
    return this.http.get(new URL(path, this.naga.url).href, { maxRedirects: 0 });
  }

  /** From our link to Keycloak's address with everything that our proof needs. */
  async leave(query = ""): Promise<URL> {
    const answer = await this.get(`/api/auth/signin/keycloak${query}`);
    expect(answer.status()).toBe(302);
    return new URL(answer.headers().location ?? "", this.naga.url);
  }

  /** Through Keycloak's form; returns the address at which we are called back, not visited yet. */
  async through(from: URL, user: StandInUser | "cancel"): Promise<URL> {
    let address = from;
    for (let step = 0; step < 8; step += 1) {
      let answer = await this.http.get(address.href, { maxRedirects: 0 });
      if (answer.status() === 200) {
        const form: Record<string, string> =
          user === "cancel" ? { cancel: "yes" } : { username: user.email, password: user.password };
        answer = await this.http.post(address.href, { form, maxRedirects: 0 });
      }
      address = new URL(answer.headers().location ?? "", address);
      if (address.origin === new URL(this.naga.url).origin) return address;
    }
    throw new Error(`Keycloak leads nowhere: ${address}`);
  }

  /** The way back: where the person stands afterwards. */
  async comeBack(address: URL): Promise<URL> {
    const answer = await this.get(address.href);
    expect(answer.status()).toBe(302);
    expect(answer.headers()["cache-control"]).toContain("no-store");
    return new URL(answer.headers().location ?? "", this.naga.url);
  }

  /** All three. */
  async signIn(user: StandInUser, query = ""): Promise<URL> {
    return this.comeBack(await this.through(await this.leave(query), user));
  }

  /** The session cookie, if this browser holds one. */
  async session(): Promise<string | undefined> {
    const { cookies } = await this.http.storageState();
    return cookies.find(({ name }) => name === "naga.session")?.value;
  }

  async cookies() {
    return (await this.http.storageState()).cookies;
  }
}

/** A user of Keycloak whose account here holds no role, so that every right comes from there. */
export async function makeUser(
  naga: NagaWithKeycloak,
  over: Partial<StandInUser> = {},
): Promise<StandInUser> {
  const email = over.email ?? `kc-${crypto.randomUUID().slice(0, 8)}@demo.naga.example`;
  await naga.write("INSERT INTO account (email, display_name) VALUES ($1, 'USER Test')", [email]);
  return naga.keycloak.realm.add({ email, roles: ["teacher"], ...over });
}

/** How the last attempts of an account, or of nobody in particular ("-"), ended; the newest first. */
export async function results(naga: NagaWithKeycloak, email: string): Promise<string[]> {
  const rows = await naga.read<{ result: string }>(
    "SELECT result FROM sign_in_event WHERE email = $1 ORDER BY id DESC LIMIT 5",
    [email],
  );
  return rows.map(({ result }) => result);
}
