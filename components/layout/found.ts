/** A line of the palette: plain text, and where it leads. `id` is unique within the answer. */
export type FoundItem = {
  id: string;
  href: string;
  /** A number or code in front. */
  code: string | null;
  label: string;
  /** The name in the other script. */
  other: string | null;
  detail: string | null;
  /** Who has left and what is over is shown paler. */
  past: boolean;
};

type FoundGroup = "students" | "employees" | "classes" | "courses";

/** The answer of GET /api/v1/search. */
export type Found = {
  groups: { key: FoundGroup; items: FoundItem[] }[];
  /** The list of everybody who fits; null where the person has none. */
  all: string | null;
};
