import { HEADINGS } from "@/lib/people/import/fields";
import { headingReader } from "@/lib/people/imports/headings";

/** What a column of a list of requirements may mean. */
export const REQUIREMENT_FIELDS = ["programme", "sequence", "course", "lineName"] as const;
export type RequirementField = (typeof REQUIREMENT_FIELDS)[number];

export const requirementHeadings = headingReader({
  programme: HEADINGS.programme,
  sequence: [
    "place",
    "sequence",
    "sequence number",
    "order",
    "no",
    "no.",
    "number",
    "nr",
    "លំដាប់",
    "ល.រ",
    "លរ",
  ],
  course: [
    "course",
    "course code",
    "code",
    "required course",
    "subject",
    "subject code",
    "មុខវិជ្ជា",
    "កូដមុខវិជ្ជា",
    "លេខកូដ",
  ],
  lineName: [
    "name in the list",
    "name",
    "title",
    "course title",
    "course name",
    "requirement",
    "ឈ្មោះក្នុងបញ្ជី",
    "ឈ្មោះ",
    "ឈ្មោះមុខវិជ្ជា",
  ],
} satisfies Record<RequirementField, readonly string[]>);

/** Headings of the template and of the export, in both languages: what was taken out can be loaded again. */
export const REQUIREMENT_HEADINGS = [
  "Programme / កម្មវិធីសិក្សា",
  "Place / លំដាប់",
  "Course / មុខវិជ្ជា",
  "Name in the list / ឈ្មោះក្នុងបញ្ជី",
] as const;
