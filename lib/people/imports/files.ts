import { defineImportArea } from "./areas";

/** Lists of people: students, teachers, contacts. Their files are named since the first of them. */
export const peopleLists = defineImportArea("studies", "people:import");

export const importUpload = peopleLists.upload;
