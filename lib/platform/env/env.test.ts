import { describe, expect, test } from "vitest";
import { EnvironmentError, readEnvironment } from "./env";
import { unreachable } from "./start-check";

const local = {
  NAGA_ENV: "local",
  DATABASE_URL: "postgres://naga@127.0.0.1:5432/naga_local",
  NEXTAUTH_SECRET: "x".repeat(32),
};

const production = {
  ...local,
  NAGA_ENV: "production",
  NAGA_URL: "https://sis.example.edu",
  NAGA_METRICS_TOKEN: "m".repeat(24),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "k".repeat(44),
};

function message(source: Record<string, string | undefined>): string {
  try {
    readEnvironment(source);
    return "accepted";
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.message;
  }
}

describe("the environment of a process", () => {
  test("fills in what has a default", () => {
    const env = readEnvironment({ ...local, PORT: "8055", NAGA_TRUSTED_PROXIES: "10.0.0.0/8, ::1" });
    expect(env).toMatchObject({ PORT: 8055, NAGA_URL: "http://localhost:8055", NAGA_LOG_LEVEL: "info" });
    expect(env.NAGA_TRUSTED_PROXIES).toEqual(["10.0.0.0/8", "::1"]);
  });

  test("names every missing variable in one message", () => {
    const text = message({});
    for (const name of ["NAGA_ENV", "DATABASE_URL", "NEXTAUTH_SECRET"])
      expect(text).toContain(`${name} is not set`);
  });

  test("an empty string counts as not set", () => {
    expect(message({ ...local, DATABASE_URL: "" })).toContain("DATABASE_URL is not set");
  });

  test.each([
    [{ NAGA_ENV: "prod" }, "NAGA_ENV must be one of local"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must be an address that begins with postgres://"],
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have at least 32 characters"],
    [{ NAGA_TRUSTED_PROXIES: "10.0.0.0/99" }, "NAGA_TRUSTED_PROXIES must be a list of networks"],
    [{ S3_BUCKET: "files" }, "S3_REGION is needed because S3_BUCKET is set"],
  ])("says how to mend %o", (change, expected) => {
    expect(message({ ...local, ...change })).toContain(expected);
  });

  test("production needs its secrets and https", () => {
    expect(message(production)).toBe("accepted");
    expect(message({ ...production, NAGA_METRICS_TOKEN: undefined })).toContain(
      "NAGA_METRICS_TOKEN is needed",
    );
    expect(message({ ...production, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: undefined })).toContain(
      "ENCRYPTION_KEY is needed",
    );
    expect(message({ ...production, NAGA_URL: "http://sis.example.edu" })).toContain(
      "must begin with https://",
    );
  });

  test("Keycloak is configured as a whole or not at all, and by https where people are served", () => {
    const keycloak = {
      KEYCLOAK_ISSUER: "https://id.example.edu/realms/naga",
      KEYCLOAK_CLIENT_ID: "naga-web",
      KEYCLOAK_CLIENT_SECRET: "s".repeat(16),
    };
    expect(message({ ...production, ...keycloak })).toBe("accepted");
    for (const name of Object.keys(keycloak)) {
      expect(message({ ...local, ...keycloak, [name]: undefined })).toContain(`${name} is needed`);
    }
    const plain = "http://id.example.edu/realms/naga";
    expect(message({ ...local, ...keycloak, KEYCLOAK_ISSUER: plain })).toBe("accepted");
    expect(message({ ...production, ...keycloak, KEYCLOAK_ISSUER: plain })).toContain(
      "KEYCLOAK_ISSUER must begin with https://",
    );
    expect(message({ ...local, ...keycloak, KEYCLOAK_ISSUER: `${plain}/` })).toContain("/realms/");
  });

  test("a database that does not answer is described without its password", () => {
    const url = new URL("postgres://me@db.example.edu/naga");
    url.password = "hidden";
    const text = unreachable(url.href, { code: "ECONNREFUSED" });
    expect(text).toContain("Nothing answers at db.example.edu:5432");
    expect(text).not.toContain("hidden");
  });
});
