import { headingReader } from "@/lib/people/imports/headings";
import { COURSE_FIELDS, COURSE_HEADINGS, type CourseField } from "../file-columns";

/** What else the columns are called in lists that people keep. */
const WORDS: Partial<Record<CourseField, readonly string[]>> = {
  code: ["course code", "course", "subject code", "កូដមុខវិជ្ជា", "មុខវិជ្ជា"],
  title: ["course title", "name", "course name", "english title", "ឈ្មោះ", "ឈ្មោះមុខវិជ្ជា"],
  titleKm: ["title in khmer", "khmer name", "ឈ្មោះខ្មែរ", "ចំណងជើងខ្មែរ"],
  shortTitle: ["transcript title", "short name"],
  cycle: ["degree", "level of study"],
  credits: ["credit", "credit hours", "cr", "units"],
  languageProgramme: ["programme", "program", "កម្មវិធី"],
  prerequisites: ["prerequisite", "prereq", "requires", "តម្រូវមុន"],
  corequisites: ["corequisite", "co-requisite", "taken with"],
  recommendedTerm: ["recommended term", "term"],
  isOffered: ["active", "in use", "is active"],
};

/** Reads headings of lists of courses. */
export const courseHeadings = headingReader(
  Object.fromEntries(
    COURSE_FIELDS.map((field, place) => [
      field,
      [...(COURSE_HEADINGS[place] ?? "").split(" / "), ...(WORDS[field] ?? [])],
    ]),
  ),
);
