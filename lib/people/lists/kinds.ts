/** The lists of people. */
export const PEOPLE_LISTS = ["students", "teachers", "staff"] as const;
export type PeopleList = (typeof PEOPLE_LISTS)[number];
