import { peopleSelection } from "@/lib/people/selection";
import { cardChoices } from "./schemas";

export const printCardsInput = cardChoices.extend({
  selection: peopleSelection.refine(({ list }) => list === "students", "documents.students_only"),
});
