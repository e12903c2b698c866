import { suggestNamesInput } from "@/lib/people/khmer-names/schemas";
import { defineChangeSet } from "@/lib/platform/change-sets/define";

/** Gives students without a Khmer name the guess that confirmed names suggest (domain.md 2.2 Names). */
export const suggestKhmerNames = defineChangeSet({
  kind: "people.suggest-khmer-names",
  // It reaches every student, whatever the scope of the one who starts it: a right for the whole campus.
  permission: "people:import",
  input: suggestNamesInput,
  timeoutSeconds: 1_800,
  load: () => import("./run"),
});
