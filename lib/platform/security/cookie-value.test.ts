import { describe, expect, it } from "vitest";
import { cookieValue } from "./cookie-value";

describe("cookieValue", () => {
  it.each([
    ["naga.device=a", "a"],
    ["x=1; naga.device=a.b.c; y=2", "a.b.c"],
    ["x=1;naga.device=a", "a"],
    ["not-naga.device=z; naga.device=a", "a"],
    ["naga.device=", ""],
  ])("finds it in %s", (header, value) => expect(cookieValue(header, "naga.device")).toBe(value));

  it.each([undefined, null, "", "x=1", "not-naga.device=z", "x=naga.device", "naga.devicex=1"])(
    "finds none in %s",
    (header) => expect(cookieValue(header, "naga.device")).toBeUndefined(),
  );
});
