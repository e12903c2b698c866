import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/platform/errors";
import { messages } from "@/lib/platform/i18n/messages";
import { isRefusal, judgeFailure, REFUSALS } from "./refusal";

const thrown = (name: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { name, ...more });

describe("why a sign-in through Keycloak failed", () => {
  // Words of openid-client 5.7.1; when an update changes one of them, the history would tell less.
  it.each([
    ["state mismatch, expected x, got: y", "state_mismatch"],
    ["state missing from the response", "state_mismatch"],
    ["nonce mismatch, expected x, got: undefined", "nonce_mismatch"],
    ["unexpected iss value, expected x, got: y", "issuer_mismatch"],
    ["iss mismatch, expected x, got: y", "issuer_mismatch"],
    ["aud is missing the client_id, expected x to be included in y", "audience_mismatch"],
    ["azp mismatch, got: x", "audience_mismatch"],
    ["unexpected JWT alg received, expected RS256, got: none", "token_invalid"],
    ["failed to validate JWT signature", "token_invalid"],
    ["JWT expired, now 1, exp 0", "token_invalid"],
    ["something that nobody has seen", "provider_failed"],
  ])("%s", (message, result) => {
    expect(judgeFailure(thrown("RPError", message))).toEqual({ refusal: "failed", result });
  });

  it("tells an outage from a refusal", () => {
    const down = { refusal: "unavailable", result: "provider_unavailable" };
    expect(judgeFailure(thrown("Error", "connect", { code: "ECONNREFUSED" }))).toEqual(down);
    expect(judgeFailure(thrown("RPError", "outgoing request timed out after 4000ms"))).toEqual(down);
    expect(judgeFailure(thrown("OPError", "expected 200 OK", { response: { statusCode: 503 } }))).toEqual(
      down,
    );
    expect(judgeFailure(thrown("OPError", "invalid_grant", { error: "invalid_grant" }))).toEqual({
      refusal: "failed",
      result: "code_refused",
    });
  });

  it("takes what we refused ourselves, and shows nothing of what nobody expected", () => {
    expect(judgeFailure(new AppError("refused", "auth.no_role")).refusal).toBe("no_role");
    expect(judgeFailure(new AppError("rate_limited", "platform.rate_limited")).refusal).toBe("busy");
    expect(judgeFailure(new AppError("unavailable", "platform.busy_try_again")).refusal).toBe("failed");
    for (const odd of [undefined, null, "text", 7, {}]) expect(judgeFailure(odd).refusal).toBe("failed");
  });

  it("has a sentence in both languages for each end of the address, and for nothing else", () => {
    for (const locale of ["en", "km"] as const)
      expect(Object.keys(messages[locale].auth.refusals).sort()).toEqual([...REFUSALS].sort());
    expect(["failed", "constructor", "__proto__", "<b>", undefined].map(isRefusal)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
