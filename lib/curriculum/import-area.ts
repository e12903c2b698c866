import { defineImportArea } from "@/lib/people/imports/areas";

/** Lists of the curriculum: courses, requirements of degrees. */
export const curriculumLists = defineImportArea("curriculum", "curriculum:edit");
