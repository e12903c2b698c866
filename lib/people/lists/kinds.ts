/** The lists of people. */
export const PEOPLE_LISTS = ["students", "teachers", "staff"] as const;
export type PeopleList = (typeof PEOPLE_LISTS)[number];

/** Rows up to which a workbook is written while it is sent; longer ones are made by the worker. */
export const SENT_AT_ONCE = 2_000;
