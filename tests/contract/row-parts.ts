import type { World } from "./world";

/** Who and what the rows of the access matrix name again and again. */

export const RECORDS = ["registrar", "academic_director", "auditor"] as const;
/** Whose office makes cards, lists, letters and mails. */
export const PRINTERS = ["registrar", "academic_director"] as const;
export const day = "2026-12-01";
export const REASON = "a reason of the access matrix";
export const UNKNOWN = 2_000_000_000;
export const NO_FILE = "00000000-0000-7000-8000-000000000000";
/** Whoever reads change sets; what a set may do is asked by its kind. */
export const READERS = [...RECORDS, "admin"] as const;
export const step = ({ changeSetId: id }: World) => ({ id, version: 1 });
export const template = {
  name: "None",
  medium: "LETTER",
  subjectEn: "",
  subjectKm: "",
  bodyEn: "x",
  bodyKm: "",
};
export const phone = { phone: "012 345 678", comment: null, isPreferred: false, isTelegram: false };
