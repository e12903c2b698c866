import type { Gender, KhmerNameSource } from "@/lib/platform/db/generated/enums";

/** What of a person decides the names on documents, as the columns of the same names hold it. */
export type DocumentNameFacts = {
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  khmerNameSource: KhmerNameSource | null;
  /** Whether staff saw the spelling on a paper (`khmer_name_checked_at`). */
  khmerNameCheckedAt: Date | string | null;
  useLegalName: boolean;
  legalFamilyName: string | null;
  legalPersonalName: string | null;
  legalKhmerName: string | null;
  legalGender: Gender | null;
  gender: Gender;
};

/** The names that a document prints. */
export type DocumentName = {
  familyName: string;
  personalName: string;
  /** Family name first, as documents print it. */
  latin: string;
  /** Null where no Khmer name may be printed; `khmerMissing` says why. */
  khmer: string | null;
  /** `unknown`: there is none; `unchecked`: staff have not seen it on a paper; `legal`: the legal name has none. */
  khmerMissing: "unknown" | "unchecked" | "legal" | null;
  gender: Gender;
  isLegal: boolean;
};

/** From a list of the office or its own hand; a guess, old records and what somebody typed alone do not print. */
const OF_THE_OFFICE: readonly (KhmerNameSource | null)[] = ["IMPORT"];

/**
 * The names that documents of a person must print (domain.md 2.1: the legal name if the flag is set; 2.3: a Khmer name
 * prints once staff have checked it). A legal name without a Khmer one never borrows the everyday Khmer name.
 */
export function documentName(person: DocumentNameFacts): DocumentName {
  const { useLegalName, legalFamilyName, legalPersonalName } = person;
  if (useLegalName && legalFamilyName && legalPersonalName) {
    return {
      familyName: legalFamilyName,
      personalName: legalPersonalName,
      latin: `${legalFamilyName} ${legalPersonalName}`,
      khmer: person.legalKhmerName,
      khmerMissing: person.legalKhmerName ? null : "legal",
      gender: person.legalGender ?? person.gender,
      isLegal: true,
    };
  }
  const khmer = [person.khmerFamilyName, person.khmerPersonalName].filter(Boolean).join(" ") || null;
  const prints = person.khmerNameCheckedAt !== null || OF_THE_OFFICE.includes(person.khmerNameSource);
  return {
    familyName: person.familyName,
    personalName: person.personalName,
    latin: `${person.familyName} ${person.personalName}`,
    khmer: prints ? khmer : null,
    khmerMissing: khmer ? (prints ? null : "unchecked") : "unknown",
    gender: person.gender,
    isLegal: false,
  };
}
