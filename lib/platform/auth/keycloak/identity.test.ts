import { describe, expect, it } from "vitest";
import { identityOfClaims, identityOfUser } from "./identity";

const sub = "1b0c7f0e-0000-4000-8000-000000000001";

describe("the claims of an ID token", () => {
  it("are a person, family name first, e-mail in small letters", () => {
    const claims = {
      sub,
      sid: "s1",
      email: "Dara.Sok@School.example",
      email_verified: true,
      given_name: "Dara",
      family_name: "Sok",
      realm_access: { roles: ["teacher"] },
      groups: ["/campus"],
      authority_level: "2",
    };
    expect(identityOfClaims(claims)).toEqual({
      subject: sub,
      sid: "s1",
      email: "dara.sok@school.example",
      emailVerified: true,
      displayName: "Sok Dara",
      realmRoles: ["teacher"],
      groups: ["/campus"],
      authorityLevel: 2,
    });
  });

  it.each([["true"], [1], [null], [undefined], [false]])(
    "do not confirm an e-mail by %j",
    (email_verified) => {
      expect(identityOfClaims({ sub, email: "a@b.example", email_verified }).emailVerified).toBe(false);
    },
  );

  it("grant nothing by what has another shape, and no level by a slip", () => {
    const odd = { sub, realm_access: { roles: "admin" }, groups: "/campus", authority_level: "first" };
    expect(identityOfClaims(odd)).toMatchObject({ realmRoles: [], groups: [], authorityLevel: null });
    for (const authority_level of [0, 5, 1.5, [1, 2], true])
      expect(identityOfClaims({ sub, authority_level }).authorityLevel).toBeNull();
    expect(() => identityOfClaims({ email: "a@b.example" })).toThrow();
  });

  it("are worth nothing when the password was given long before", () => {
    const [auth_time, late] = [1_000_000, 1_000_000 + 30 * 60];
    expect(identityOfClaims({ sub, auth_time, iat: late }).subject).toBe(sub);
    expect(() => identityOfClaims({ sub, auth_time, iat: late + 1 })).toThrow(/too long ago/);
  });

  it("confirm no e-mail that is none", () => {
    expect(identityOfClaims({ sub, email: "nobody", email_verified: true })).toMatchObject({
      email: "",
      emailVerified: false,
    });
  });
});

describe("a user of the admin interface", () => {
  it("is the same person as in the token; who is not said to be enabled is not", () => {
    const user = {
      id: sub,
      enabled: true,
      notBefore: 0,
      email: "dara@school.example",
      emailVerified: true,
      firstName: "Dara",
      lastName: "Sok",
      attributes: { authority_level: ["3"] },
    };
    expect(identityOfUser(user, [{ name: "registrar" }], [{ path: "/departments/EDU" }])).toEqual({
      subject: sub,
      enabled: true,
      notBefore: 0,
      email: "dara@school.example",
      emailVerified: true,
      displayName: "Sok Dara",
      realmRoles: ["registrar"],
      groups: ["/departments/EDU"],
      authorityLevel: 3,
    });
    expect(identityOfUser({ id: sub }, [], []).enabled).toBe(false);
  });
});
