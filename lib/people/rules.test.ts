import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  BIRTH_PROVINCES,
  checkStatusMove,
  findBirthProvince,
  foldLatin,
  isKhmerName,
  isLatinName,
  isPhone,
  isPossibleBirthDate,
  normaliseKhmerName,
  normaliseLatinName,
  normalisePhone,
  parseStudentNumber,
  provinceFitsCitizenship,
  STATUS_MOVES,
  STUDENT_STATUSES,
  searchKey,
  searchTokens,
  studentNumberLabel,
} from "@/lib/people/rules";

const word = fc.stringMatching(/^[A-Z][A-Z]{1,9}$/);

describe("search key", () => {
  test("holds both scripts, and each name in one piece", () => {
    const key = searchKey({
      familyName: "SOK",
      personalName: "DARA",
      khmerFamilyName: "សុខ",
      khmerPersonalName: "ដារ៉ា",
    });
    expect(key).toBe("sok dara សុខ ដារ៉ា sokdara សុខដារ៉ា");
  });

  test("folds case, accents, apostrophes, hyphens and full-width letters", () => {
    expect(foldLatin("  D’Élan-MÜLLER  ＡＢ ")).toBe("delan muller ab");
    expect(foldLatin("Nguyễn Thị Đào")).toBe("nguyen thi dao");
    expect(searchTokens("Sok,  DARA. sok")).toEqual(["sok", "dara"]);
    expect(searchTokens("  \u200b ")).toEqual([]);
  });

  test.prop([word, word, fc.boolean()])(
    "every beginning of every name is found in any order",
    (family, personal, swap) => {
      const key = searchKey({ familyName: family, personalName: personal }).split(" ");
      const query = swap ? `${personal.slice(0, 2)} ${family}` : `${family} ${personal.slice(0, 2)}`;
      for (const token of searchTokens(query)) expect(key.some((name) => name.startsWith(token))).toBe(true);
    },
  );

  test.prop([fc.string(), fc.string()])(
    "the key of anything is lower case, single-spaced and stable",
    (a, b) => {
      const key = searchKey({ familyName: a, personalName: b });
      expect(key).toBe(key.trim());
      expect(key).not.toMatch(/ {2}/);
      for (const token of searchTokens(a))
        expect(key.split(" ").some((name) => name.startsWith(token))).toBe(true);
    },
  );
});

describe("telephone numbers", () => {
  test.prop([fc.stringMatching(/^[1-9]\d{7,8}$/).filter((n) => !n.startsWith("855"))])(
    "every notation has the same digits",
    (national) => {
      const spaced = `${national.slice(0, 2)} ${national.slice(2, 5)}-${national.slice(5)}`;
      const khmer = Array.from(`0${national}`, (d) => String.fromCodePoint(0x17e0 + Number(d))).join("");
      for (const form of [
        `0${national}`,
        `+855${national}`,
        `+855 0${spaced}`,
        `00855 ${spaced}`,
        `(0)${spaced}`,
        khmer,
      ])
        expect(normalisePhone(form)).toBe(national);
      if (national.length >= 8) expect(normalisePhone(`855${national}`)).toBe(national);
      expect(normalisePhone(normalisePhone(`0${national}`))).toBe(national);
    },
  );

  test("foreign numbers keep their country, beginnings work, nothing is empty", () => {
    expect(normalisePhone("+66 81 234 5678")).toBe("66812345678");
    expect(normalisePhone("0066 81 234 5678")).toBe("66812345678");
    expect(normalisePhone("+855 12")).toBe("12");
    expect(normalisePhone("012")).toBe("12");
    expect(normalisePhone("85 512 345")).toBe("85512345");
    expect(normalisePhone("call me")).toBe("");
    expect(normalisePhone("0")).toBe("");
    expect(isPhone("+855 12 345 678")).toBe(true);
    expect(isPhone("12345")).toBe(false);
    expect(isPhone("012 345 67x")).toBe(false);
  });
});

describe("names", () => {
  test("are stored in upper case and checked", () => {
    expect(normaliseLatinName("  o’brien   sok–heng ")).toBe("O'BRIEN SOK-HENG");
    for (const name of ["SOK", "O'BRIEN", "SOK-HENG", "DE LA CRUZ", "A"])
      expect(isLatinName(name)).toBe(true);
    for (const name of ["", "SOK1", "សុខ", "=SUM", "-SOK", "SÖK", "A".repeat(61)])
      expect(isLatinName(name)).toBe(false);
    expect(isKhmerName(normaliseKhmerName(" សុខ\u200b  ដារ៉ា "))).toBe(true);
    for (const name of ["SOK", "សុខ1", "", "ា"]) expect(isKhmerName(name)).toBe(false);
  });

  test.prop([fc.string({ unit: "grapheme" })], { examples: [["ῢ"]] })(
    "storing a stored name changes nothing",
    (text) => {
      expect(normaliseLatinName(normaliseLatinName(text))).toBe(normaliseLatinName(text));
      expect(normaliseKhmerName(normaliseKhmerName(text))).toBe(normaliseKhmerName(text));
    },
  );
});

describe("numbers and provinces", () => {
  test("a label has five digits at least and leads back to its number", () => {
    expect(studentNumberLabel(7)).toBe("00007");
    expect(studentNumberLabel(123456)).toBe("123456");
    expect(parseStudentNumber("00007")).toBe(7);
    for (const text of ["", "0", "00000", "-1", "1.5", "1e3", "12a", "9999999999"])
      expect(parseStudentNumber(text)).toBeNull();
  });

  test("a province is found by code, English and Khmer name", () => {
    for (const province of BIRTH_PROVINCES)
      for (const text of [province.code, province.en.toUpperCase(), province.km, `${province.km}\u200b`])
        expect(findBirthProvince(text)).toBe(province.code);
    expect(findBirthProvince("SIEMREAP")).toBe("SIEM_REAP");
    expect(findBirthProvince("Paris")).toBeNull();
    expect(BIRTH_PROVINCES).toHaveLength(27);
    expect(provinceFitsCitizenship("SIEM_REAP", "FR")).toBe(false);
    expect(provinceFitsCitizenship("INTERNATIONAL", "FR")).toBe(true);
    expect(provinceFitsCitizenship("INTERNATIONAL", "KH")).toBe(true);
  });

  test("dates of birth are believable", () => {
    expect(isPossibleBirthDate("2000-02-29", "2026-11-24")).toBe(true);
    expect(isPossibleBirthDate("2027-01-01", "2026-11-24")).toBe(false);
    expect(isPossibleBirthDate("1900-01-01", "2026-11-24")).toBe(false);
    expect(isPossibleBirthDate("2018-11-25", "2026-11-24")).toBe(false);
    expect(isPossibleBirthDate("2018-11-24", "2026-11-24")).toBe(true);
  });
});

describe("status moves", () => {
  const day = { effectiveOn: "2026-11-01", since: "2026-01-01", today: "2026-11-24" };

  test("a refused move says which moves are open", () => {
    const refused = checkStatusMove({ from: "GRADUATED", to: "DROPPED", ...day });
    expect(refused.value).toBe(false);
    expect(refused.because[0]?.rule).toBe("people.status_move_not_allowed");
    expect(refused.remedy?.inputs).toEqual({ moves: "ACTIVE" });
  });

  test("the day is neither in the future nor before the last move", () => {
    const move = { from: "ACTIVE", to: "DROPPED", since: "2026-01-01", today: "2026-11-24" } as const;
    expect(checkStatusMove({ ...move, effectiveOn: "2026-11-25" }).value).toBe(false);
    expect(checkStatusMove({ ...move, effectiveOn: "2025-12-31" }).value).toBe(false);
    expect(checkStatusMove({ ...move, effectiveOn: "2026-01-01" }).value).toBe(true);
  });

  test("nobody stays, nobody becomes unknown, everybody can come back", () => {
    for (const from of STUDENT_STATUSES) {
      expect(STATUS_MOVES[from]).not.toContain(from);
      expect(STATUS_MOVES[from]).not.toContain("UNKNOWN");
      if (from !== "ACTIVE") expect(STATUS_MOVES[from]).toContain("ACTIVE");
    }
  });
});
