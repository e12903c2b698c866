import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./headers";

describe("contentSecurityPolicy", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", tls: true, development: false });

  it("lets nothing inline run where people work", () => {
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|unsafe-hashes|\*/);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(policy).toContain("style-src 'self' 'nonce-abc'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("upgrade-insecure-requests");
  });

  it("lets forms lead to nobody but ourselves, and to Keycloak where it is configured", () => {
    expect(policy).toContain("form-action 'self';");
    const beside = contentSecurityPolicy({
      nonce: "abc",
      tls: true,
      development: false,
      identityProvider: "https://id.example.edu",
    });
    expect(beside).toContain("form-action 'self' https://id.example.edu;");
  });

  it("does not force TLS where there is none", () => {
    const plain = contentSecurityPolicy({ nonce: "abc", tls: false, development: false });
    expect(plain).not.toContain("upgrade-insecure-requests");
  });
});
