import type { Option } from "@/components/forms/fields-dialog";

type Row = { id: number; version: number };

/** What a button of a student's studies asks about: which dialog it opens, and what the dialog needs to know. */
export type Asked = { number: number } & (
  | { kind: "add"; name: string; today: string; programmes: (Option & { language: boolean })[] }
  | ({ kind: "end"; programme: string; language: boolean; start: string; today: string } & Row)
  | ({ kind: "reopen"; programme: string } & Row)
  | ({
      kind: "catalogue";
      programme: string;
      catalogueDate: string;
      dateText: string;
      latest: string;
    } & Row)
  | { kind: "declare" | "change"; majors: MajorChoice[] }
  | ({ kind: "endCycle"; what: string; since: string; today: string } & Row)
  | { kind: "leave"; today: string }
  | ({ kind: "return"; since: string; until: string; today: string } & Row)
  | ({ kind: "cancel" } & Row)
);

export type MajorChoice = Option & { misfits: string[] };
