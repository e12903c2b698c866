import { describe, expect, test } from "vitest";
import { missingFields } from "@/lib/people/imports/define";
import { fieldOfHeading, guessMapping, headingOf, IMPORT_FIELDS, knownHeadings } from "./fields";

describe("headings", () => {
  test("are understood in English, Khmer and both, however they are written", () => {
    const known = {
      "Family Name": "familyName",
      surname: "familyName",
      នាមត្រកូល: "familyName",
      "First-Name": "personalName",
      "Given name (Latin)": "personalName",
      DOB: "dateOfBirth",
      ថ្ងៃខែឆ្នាំកំណើត: "dateOfBirth",
      "Sex / ភេទ": "gender",
      "Student ID": "number",
      Major: "programme",
      លេខទូរសព្ទ: "phone",
      "E-mail": "personalEmail",
    };
    for (const [heading, field] of Object.entries(known))
      expect(fieldOfHeading(heading), heading).toBe(field);
    expect(fieldOfHeading("Notes")).toBeNull();
    expect(fieldOfHeading("")).toBeNull();
  });

  test("of the template lead back to their fields", () => {
    for (const field of IMPORT_FIELDS) expect(fieldOfHeading(headingOf(field)), headingOf(field)).toBe(field);
  });

  test("are matched once each, the left column first", () => {
    expect(guessMapping(["No", "Name", "Sex", "Name", "Gender"])).toEqual({ fullName: 1, gender: 2 });
    expect(knownHeadings(["Name", "Sex", "Name"])).toBe(2);
  });

  test("a list needs names, in one column or two", () => {
    const needed = [["fullName"], ["familyName", "personalName"]];
    expect(missingFields(needed, { fullName: 0 })).toEqual([]);
    expect(missingFields(needed, { familyName: 0 })).toEqual(["personalName"]);
    expect(missingFields(needed, {})).toEqual(["familyName", "personalName"]);
  });
});
