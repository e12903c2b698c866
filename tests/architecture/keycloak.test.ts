import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MARK_PATH } from "@/components/ui/mark";
import realm from "@/deploy/keycloak/naga-realm.json";
import { OWN_SCOPED_ROLES, ROLES } from "@/lib/platform/access/roles";
import { KEYCLOAK_VERSION } from "@/scripts/test/keycloak-distribution.mjs";
import { glossaryBans, pairProblems, termProblems } from "./message-checks";

const HOME = "deploy/keycloak";
const LOGIN = `${HOME}/themes/naga/login`;
const text = (path: string) => readFileSync(path, "utf8");

describe("the realm file", () => {
  const named = new Map(realm.roles.realm.map((role) => [role.name, role]));

  it("has the roles of Naga, and the office roles demand a code", () => {
    expect([...named.keys()].sort()).toEqual([...ROLES, "staff"].sort());
    const demanding = ROLES.filter((role) => named.get(role)?.composites?.realm.includes("staff"));
    expect(demanding).toEqual(ROLES.filter((role) => !OWN_SCOPED_ROLES.has(role)));
    expect(realm.scopeMappings).toEqual([{ client: "naga-web", roles: [...ROLES] }]);
  });

  it("holds no secret: every one is a placeholder", () => {
    const secrets = [
      ...text(`${HOME}/naga-realm.json`).matchAll(/"(?:secret|clientSecret|password)": "([^"]*)"/g),
    ];
    expect(secrets.map(([, value = ""]) => value)).toHaveLength(3);
    expect(secrets.filter(([, value = ""]) => !/^\$\{[A-Z_]+(?::[a-z-]*)?\}$/.test(value))).toEqual([]);
  });

  it("names no address but those of its environment", () => {
    const web = realm.clients.find(({ clientId }) => clientId === "naga-web");
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders that Keycloak fills in
    expect(web?.redirectUris).toEqual(["${NAGA_URL}/api/auth/callback/keycloak"]);
    expect(web?.attributes?.["post.logout.redirect.uris"]).toBe("${NAGA_URL}/sign-in");
    expect(web?.attributes?.["backchannel.logout.url"]).toBe(
      "${NAGA_BACKCHANNEL_URL:${NAGA_URL}}/api/auth/backchannel-logout",
    );
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above
    expect(text(`${HOME}/naga-realm.json`)).not.toMatch(/https?:\/\//);
  });

  it("is served by the version that the tests start", () => {
    const versions = [`${HOME}/Dockerfile`, "deploy/compose.keycloak.yaml"].flatMap((path) =>
      [...text(path).matchAll(/keycloak:(\d+\.\d+\.\d+)/g)].map(([, version]) => version),
    );
    expect(versions.length).toBe(3);
    expect(new Set(versions)).toEqual(new Set([KEYCLOAK_VERSION]));
  });

  it("asks for no variable that the compose file does not pass on", () => {
    const compose = text("deploy/compose.keycloak.yaml");
    const asked = [...text(`${HOME}/naga-realm.json`).matchAll(/\$\{([A-Z_]+)/g)].map(
      ([, name = ""]) => name,
    );
    expect(asked.length).toBeGreaterThan(10);
    expect([...new Set(asked)].filter((name) => !compose.includes(`      ${name}: `))).toEqual([]);
  });
});

describe("the sign-in pages have Naga's look", () => {
  const values = (css: string) =>
    new Map([...css.matchAll(/^ {2}(--[\w-]+):\s*([^;]+);/gm)].map(([, name, value]) => [name, value]));

  it("its colours", () => {
    const own = values(text(`${LOGIN}/resources/css/tokens.css`));
    const house = values(text("app/tokens.css"));
    expect(own.size).toBeGreaterThan(20);
    expect([...own].filter(([name, value]) => house.get(name) !== value)).toEqual([]);
    const used = [...text(`${LOGIN}/resources/css/login.css`).matchAll(/var\((--[\w-]+)\)/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(used)].filter((name) => !own.has(name) && name !== "--shape")).toEqual([]);
  });

  it("its letters and its mark", () => {
    const packages = "node_modules/@fontsource-variable";
    for (const [family, file] of [
      ["inter", "inter-latin-wght-normal.woff2"],
      ["kantumruy-pro", "kantumruy-pro-khmer-wght-normal.woff2"],
    ]) {
      const ours = readFileSync(`${LOGIN}/resources/fonts/${file}`);
      expect([file, ours.equals(readFileSync(`${packages}/${family}/files/${file}`))]).toEqual([file, true]);
    }
    expect(text(`${LOGIN}/resources/img/icon.svg`)).toBe(text("app/icon.svg"));
    expect(text(`${LOGIN}/template.ftl`).split(MARK_PATH)).toHaveLength(3);
  });
});

describe("the words of the sign-in pages and mails", () => {
  const read = (path: string) =>
    new Map(
      text(path)
        .split("\n")
        .filter((line) => line && !line.startsWith("#"))
        .map((line): [string, string] => [
          line.slice(0, line.indexOf("=")),
          line.slice(line.indexOf("=") + 1),
        ]),
    );
  const bans = glossaryBans(text("docs/glossary.md"));
  const latin = (key: string) => key === "locale_en" || key === "loginTitleHtml";

  for (const kind of ["login", "email"]) {
    const folder = `${HOME}/themes/naga/${kind}/messages`;
    const [english, khmer] = [
      read(`${folder}/messages_en.properties`),
      read(`${folder}/messages_km.properties`),
    ];

    it(`${kind}: exist in Khmer, with the same values`, () => {
      expect(english.size).toBeGreaterThan(10);
      const problems = [...english].flatMap(([key, words]) =>
        key === "locale_km" ? [] : pairProblems(key, plain(words), plain(khmer.get(key) ?? ""), latin),
      );
      expect(problems).toEqual([]);
    });

    it(`${kind}: use the terms of the glossary, and quotes as Keycloak reads them`, () => {
      expect([...khmer].flatMap(([key, words]) => termProblems(key, words, bans))).toEqual([]);
      expect([...english, ...khmer].filter(([, words]) => words.includes("'"))).toEqual([]);
    });
  }

  it("every sentence of our templates is there in both languages", () => {
    const folder = `${LOGIN}/messages`;
    const khmer = read(`${folder}/messages_km.properties`);
    const english = read(`${folder}/messages_en.properties`);
    const keys = readdirSync(LOGIN)
      .filter((file) => file.endsWith(".ftl"))
      .flatMap((file) => [...text(`${LOGIN}/${file}`).matchAll(/(?:msg\(|label=)"([\w.-]+)"/g)])
      .map(([, key = ""]) => key)
      .filter((key) => !key.endsWith("."));
    expect(keys.length).toBeGreaterThan(40);
    expect([...new Set(keys)].filter((key) => !khmer.has(key))).toEqual([]);
    expect([...new Set(keys)].filter((key) => key.startsWith("naga") && !english.has(key))).toEqual([]);
  });
});

/** Keycloak's messages hold markup and line ends that are no part of the words. */
function plain(words: string): string {
  return words.replaceAll(/<[^>]+>|\\n/g, " ").trim();
}
