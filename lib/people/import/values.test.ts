import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  parseAnswer,
  parseCitizenship,
  parseEmail,
  parseGender,
  parseNumber,
  parseStatus,
  parseStudyTime,
  parseWrittenDay,
} from "./values";

describe("days", () => {
  test("are read as people write them, day before month", () => {
    for (const text of [
      "2004-02-29",
      "29/02/2004",
      "29.2.2004",
      "29-02-2004",
      "២៩/០២/២០០៤",
      "2004-02-29 00:00:00",
    ]) {
      expect(parseWrittenDay(text), text).toBe("2004-02-29");
    }
  });

  test("that do not exist, or leave a choice, are none", () => {
    for (const text of [
      "29/02/2003",
      "31/04/2004",
      "12/31/2004",
      "00/01/2004",
      "29/02/04",
      "2004",
      "soon",
      "",
    ]) {
      expect(parseWrittenDay(text), text).toBeNull();
    }
  });

  test.prop([fc.date({ min: new Date("1950-01-01"), max: new Date("2050-01-01"), noInvalidDate: true })])(
    "come back whatever the notation",
    (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year, month, place] = day.split("-").map(Number);
      expect(parseWrittenDay(day)).toBe(day);
      expect(parseWrittenDay(`${place}/${month}/${year}`)).toBe(day);
    },
  );
});

describe("words", () => {
  test("in both languages and any case", () => {
    expect(["M", "male", "ប្រុស"].map(parseGender)).toEqual(["M", "M", "M"]);
    expect(["F", "FEMALE", "ស្រី", "ស"].map(parseGender)).toEqual(["F", "F", "F", "F"]);
    expect(["evening", "ល្ងាច", "Weekend"].map(parseStudyTime)).toEqual(["EVENING", "EVENING", "WEEKEND"]);
    expect(["Active", "កំពុងសិក្សា", "graduated", "Transferred out"].map(parseStatus)).toEqual([
      "ACTIVE",
      "ACTIVE",
      "GRADUATED",
      "TRANSFERRED",
    ]);
    expect(["yes", "No", "បាទ", "ទេ", "1", "maybe"].map(parseAnswer)).toEqual([
      true,
      false,
      true,
      false,
      true,
      null,
    ]);
    expect(["KH", "Cambodia", "ខ្មែរ", "Vietnamese", "France", "Atlantis"].map(parseCitizenship)).toEqual([
      "KH",
      "KH",
      "KH",
      "VN",
      "FR",
      null,
    ]);
  });
});

describe("numbers and addresses", () => {
  test("numbers keep their value, not their shape", () => {
    expect(["00742", " 742 ", "៧៤២", "742.0"].map(parseNumber)).toEqual([742, 742, 742, 742]);
    expect(["", "0", "-7", "7a", "1234567890", "7.5"].map(parseNumber)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("addresses are lower case or none", () => {
    expect(parseEmail(" Sok.Dara@Mail.Example ")).toBe("sok.dara@mail.example");
    for (const text of [
      "sok",
      "sok@",
      "@mail.example",
      "a b@mail.example",
      "a@b",
      "a@mail.example, b@mail.example",
    ]) {
      expect(parseEmail(text), text).toBeNull();
    }
  });
});
