import { describe, expect, it } from "vitest";
import { changesBetween, fieldState, mayDecideRequest, staleFields } from "./rules";

describe("changesBetween", () => {
  it("holds what differs, and what stood there", () => {
    const now = { familyName: "SOK", personalName: "DARA" };
    expect(changesBetween("LATIN_NAME", now, { familyName: "SOK", personalName: "DARAA" })).toEqual({
      personalName: { from: "DARA", to: "DARAA" },
    });
    expect(changesBetween("LATIN_NAME", now, now)).toEqual({});
    expect(changesBetween("BIRTH", {}, { dateOfBirth: "2004-05-01", birthProvince: null })).toEqual({
      dateOfBirth: { from: null, to: "2004-05-01" },
    });
    // Of another topic.
    expect(changesBetween("BIRTH", {}, { familyName: "SOK" } as never)).toEqual({});
  });
});

describe("a record that moved on", () => {
  const change = { from: "DARA", to: "DARAA" };

  it("is as asked, changed, or so already", () => {
    expect(fieldState(change, "DARA")).toBe("as_asked");
    expect(fieldState(change, "DARAA")).toBe("already");
    expect(fieldState(change, "TARA")).toBe("changed");
    expect(fieldState({ from: null, to: "x" }, null)).toBe("as_asked");
  });

  it("names the fields that changed", () => {
    const changes = { familyName: { from: "SOK", to: "SUK" }, personalName: change };
    expect(staleFields(changes, { familyName: "SOK", personalName: "DARA" })).toEqual([]);
    expect(staleFields(changes, { familyName: "CHAN", personalName: "DARAA" })).toEqual(["familyName"]);
  });
});

describe("mayDecideRequest", () => {
  it("lets nobody decide about themselves", () => {
    expect(mayDecideRequest(7, 7).value).toBe(false);
    expect(mayDecideRequest(8, 7).value).toBe(true);
    expect(mayDecideRequest(null, 7).value).toBe(true);
  });
});
