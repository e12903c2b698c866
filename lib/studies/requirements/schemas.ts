/** How many students on a programme have a catalogue date. */
export type CatalogueCount = { catalogueDate: string; students: number };

/** Whom a change of a degree's list from a day on concerns. */
export type Affected = {
  from: string;
  /** Students on the programme whose list changes. */
  changes: number;
  /** Students who keep the list of their earlier catalogue date. */
  keeps: number;
  /** Students who completed the programme by a list that would change. */
  completed: number;
  /** The newest catalogue date of those who completed: a change must begin after it. */
  completedOn: string | null;
  /** The catalogue dates of those whose list changes, the newest first. */
  dates: CatalogueCount[];
};
