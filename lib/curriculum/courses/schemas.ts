import { z } from "zod";

/** A course as a picker offers it: the version in force, or the next one where none is. */
export type CourseChoice = {
  id: number;
  code: string;
  title: string;
  titleKm: string | null;
  credits: number;
};

/** What is typed into a picker of courses. */
export const courseChoiceQuery = z.object({
  q: z.string().trim().min(1).max(60),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});
