import { describe, expect, it } from "vitest";
import { isMutation, isOwnOrigin } from "./origin";

const publicUrl = "https://sis.naga.example";
const own = (headers: Record<string, string>) => isOwnOrigin(new Headers(headers), publicUrl);

describe("isOwnOrigin", () => {
  it("accepts our public address and the host that was asked", () => {
    expect(own({ origin: publicUrl, host: "web-1:3000" })).toBe(true);
    expect(own({ origin: "http://127.0.0.1:8000", host: "127.0.0.1:8000" })).toBe(true);
    expect(own({ "sec-fetch-site": "same-origin" })).toBe(true);
  });

  it("refuses other sites, opaque origins, and who tells nothing", () => {
    expect(own({ origin: "https://evil.example", host: "sis.naga.example" })).toBe(false);
    expect(own({ origin: "https://sis.naga.example.evil.example", host: "sis.naga.example" })).toBe(false);
    expect(own({ origin: "null", host: "sis.naga.example" })).toBe(false);
    expect(own({ "sec-fetch-site": "same-site" })).toBe(false);
    expect(own({ host: "sis.naga.example" })).toBe(false);
    // A foreign Origin is not healed by the other header.
    expect(own({ origin: "https://evil.example", "sec-fetch-site": "same-origin" })).toBe(false);
  });
});

describe("isMutation", () => {
  it("knows the safe methods only", () => {
    expect(["GET", "HEAD", "OPTIONS"].some(isMutation)).toBe(false);
    expect(["POST", "PUT", "PATCH", "DELETE", "post", "PROPFIND"].every(isMutation)).toBe(true);
  });
});
