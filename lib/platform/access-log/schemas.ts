/**
 * What can be opened or taken out, as `<domain>.<thing>`; each is a message `accessLog.what.<domain>.<thing>`. A name is
 * added together with the page or route that hands the records out.
 */
export const ACCESS_KINDS = [
  "people.record",
  "people.paper_scan",
  "studies.programmes",
  "registration.enrolments",
  "record.results",
  "audit.history",
  "access_log.readers",
  "registration.desk",
  "registration.roster",
  "registration.roster_export",
  "registration.course_students",
  "people.export",
  "people.duplicates",
  "people.requests",
  "people.photo",
  "people.photos",
  "people.own_data",
  "people.card",
  "people.printed_list",
  "messages.letter",
  "messages.mail",
  "storage.file",
] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** One row of the access log as it is shown. `target` is the id of the class or file where it is no person's record. */
export type AccessRow = {
  id: number;
  /** ISO instant */
  at: string;
  accountId: number;
  by: string;
  role: string;
  subjectId: number | null;
  what: string;
  target: string | null;
  records: number;
  requestId: string;
  ip: string | null;
};
