import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { Provider } from "oidc-provider";
import { claimsOf, StandInRealm } from "./users";

const REALM = "/realms/naga";
const CLIENT_ID = "naga-web";

/** What is done to the next ID token on its way, to prove that it is noticed. */
export type Tamper = (
  claims: JWTPayload,
  tools: { sign: (claims: JWTPayload) => Promise<string> },
) => Promise<string>;

/** Somebody changed claims, and signed them with the realm's own key. */
export const withClaims =
  (changes: JWTPayload): Tamper =>
  (claims, { sign }) =>
    sign({ ...claims, ...changes });

/** The same claims signed with nothing. */
export const unsigned: Tamper = async (claims) => new UnsecuredJWT(claims).encode();

/** The same claims signed with a secret that a client knows. */
export const symmetric =
  (secret: string): Tamper =>
  (claims) =>
    new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(secret));

/**
 * A Keycloak that is none: `oidc-provider` under the addresses of a realm, with the claims that our realm file maps, a
 * form to sign in with, and the part of the admin interface that we ask. In this process, on a port of its own.
 */
export class KeycloakStandIn {
  readonly realm = new StandInRealm();
  readonly secret = crypto.randomUUID();
  /** Applied to the next ID token, then forgotten. */
  tamper: Tamper | null = null;
  /** Requests to the admin interface since the last look. */
  adminRequests: string[] = [];

  private constructor(
    readonly port: number,
    private readonly server: Server,
    private readonly privateKey: CryptoKey,
  ) {}

  get issuer(): string {
    return `http://127.0.0.1:${this.port}${REALM}`;
  }

  /** The variables of a Naga that signs in here. */
  get env(): Record<string, string> {
    return {
      KEYCLOAK_ISSUER: this.issuer,
      KEYCLOAK_CLIENT_ID: CLIENT_ID,
      KEYCLOAK_CLIENT_SECRET: this.secret,
    };
  }

  /** @param nagaUrl where the Naga that signs in here answers */
  static async open(nagaUrl: string): Promise<KeycloakStandIn> {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const server = createServer();
    await listen(server, 0);
    const standIn = new KeycloakStandIn((server.address() as AddressInfo).port, server, privateKey);
    const provider = await standIn.makeProvider(nagaUrl);
    const handle = provider.callback();
    server.on("request", (request, response) => void standIn.answer(request, response, provider, handle));
    return standIn;
  }

  /** Nobody answers any more, until `comeBack`. */
  async goDown(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async comeBack(): Promise<void> {
    await listen(this.server, this.port);
  }

  async close(): Promise<void> {
    if (this.server.listening) await this.goDown();
  }

  /** A logout token as Keycloak would send it, with whatever the test changes about it. */
  logoutToken(claims: JWTPayload, change: { issuer?: string; audience?: string; issuedAt?: number } = {}) {
    return this.sign({
      iss: change.issuer ?? this.issuer,
      aud: change.audience ?? CLIENT_ID,
      iat: change.issuedAt ?? Math.floor(Date.now() / 1000),
      jti: crypto.randomUUID(),
      events: { "http://schemas.openid.net/event/backchannel-logout": {} },
      ...claims,
    });
  }

  sign(claims: JWTPayload, key: CryptoKey = this.privateKey): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "realm", typ: "JWT" }).sign(key);
  }

  private async makeProvider(nagaUrl: string): Promise<Provider> {
    const jwk = { ...(await exportJWK(this.privateKey)), kid: "realm", use: "sig", alg: "RS256" };
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: this.secret,
          redirect_uris: [`${nagaUrl}/api/auth/callback/keycloak`],
          post_logout_redirect_uris: [`${nagaUrl}/sign-in`],
          backchannel_logout_uri: `${nagaUrl}/api/auth/backchannel-logout`,
          backchannel_logout_session_required: true,
          grant_types: ["authorization_code", "client_credentials"],
          response_types: ["code"],
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: [crypto.randomUUID()] },
      claims: {
        email: ["email", "email_verified"],
        profile: [
          "given_name",
          "family_name",
          "name",
          "preferred_username",
          "realm_access",
          "groups",
          "authority_level",
        ],
      },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      ttl: {
        Session: 3600,
        Grant: 3600,
        Interaction: 600,
        IdToken: 300,
        AccessToken: 300,
        ClientCredentials: 60,
      },
      features: {
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        clientCredentials: { enabled: true },
        rpInitiatedLogout: {
          enabled: true,
          // Keycloak asks nobody who comes with an id_token_hint.
          logoutSource: (ctx, form) => {
            ctx.body = `<!doctype html>${form}<script>document.forms[0].submit()</script>`.replace(
              "</form>",
              '<input type="hidden" name="logout" value="yes"></form>',
            );
          },
        },
      },
      interactions: { url: (_, { uid }) => `${REALM}/login/${uid}` },
      routes: {
        authorization: "/protocol/openid-connect/auth",
        token: "/protocol/openid-connect/token",
        jwks: "/protocol/openid-connect/certs",
        userinfo: "/protocol/openid-connect/userinfo",
        end_session: "/protocol/openid-connect/logout",
      },
      findAccount: (_, id) => {
        const user = this.realm.users.get(id);
        return user && { accountId: id, claims: () => ({ sub: id, ...claimsOf(user) }) };
      },
      // The school's own client: nobody is asked whether it may know them.
      async loadExistingGrant(ctx) {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client?.clientId,
          accountId: ctx.oidc.session?.accountId,
        });
        grant.addOIDCScope("openid email profile");
        await grant.save();
        return grant;
      },
      renderError: (ctx, out) => {
        ctx.body = `stand-in: ${out.error} ${out.error_description ?? ""}`;
      },
    });
    provider.use(async (ctx, next) => {
      await next();
      const body = ctx.body as { id_token?: string } | undefined;
      if (ctx.oidc?.route !== "token" || !body?.id_token || !this.tamper) return;
      const tamper = this.tamper;
      this.tamper = null;
      body.id_token = await tamper(decodeJwt(body.id_token), { sign: (claims) => this.sign(claims) });
    });
    return provider;
  }

  private async answer(
    request: IncomingMessage & { originalUrl?: string },
    response: ServerResponse,
    provider: Provider,
    handle: ReturnType<Provider["callback"]>,
  ): Promise<void> {
    const url = new URL(request.url ?? "/", this.issuer);
    if (url.pathname.startsWith("/admin/")) return this.answerAdmin(url, request, response, provider);
    if (url.pathname.startsWith(`${REALM}/login/`)) return this.answerLogin(request, response, provider);
    if (!url.pathname.startsWith(REALM)) {
      response.writeHead(url.pathname === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    request.originalUrl = request.url;
    request.url = request.url?.slice(REALM.length);
    await handle(request, response);
  }

  private async answerAdmin(
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
    provider: Provider,
  ) {
    this.adminRequests.push(`${url.pathname.replace("/admin/realms/naga/", "")}`);
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    const allowed = await provider.ClientCredentials.find(token);
    const body = this.realm.answerAdmin(url);
    response.writeHead(!allowed ? 401 : body === undefined ? 404 : 200, {
      "content-type": "application/json",
    });
    response.end(JSON.stringify(body ?? {}));
  }

  /** One form; a wrong password shows it again, "cancel" goes back without signing in. */
  private async answerLogin(request: IncomingMessage, response: ServerResponse, provider: Provider) {
    if (request.method === "POST") {
      const form = new URLSearchParams(await bodyOf(request));
      if (form.has("cancel")) {
        await provider.interactionFinished(request, response, {
          error: "access_denied",
          error_description: "the person left",
        });
        return;
      }
      const user = this.realm.byEmail(form.get("username") ?? "");
      if (user?.enabled && user.password === form.get("password")) {
        await provider.interactionFinished(request, response, { login: { accountId: user.id } });
        return;
      }
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>University account</title><form method="post">
      <label>E-mail <input name="username" type="email"></label>
      <label>Password <input name="password" type="password"></label>
      <button>Sign in</button><button name="cancel" value="yes" formnovalidate>Cancel</button></form>`);
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
