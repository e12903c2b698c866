import { z } from "zod";
import { toIsbn } from "./isbn";

const id = z.int().positive();
const text = (limit: number) => z.string().trim().min(1).max(limit);
const optional = (limit: number) =>
  z.union([z.string().trim().max(limit), z.null()]).transform((value) => value || null);
const isbn = optional(30)
  .refine((value) => value === null || toIsbn(value) !== null, "curriculum.isbn_wrong")
  .transform((value) => value && toIsbn(value));
const year = z
  .union([z.number(), z.string().trim(), z.null()])
  .transform((value) => (value === null || value === "" ? null : Number(value)))
  .pipe(
    z
      .int("curriculum.book_year")
      .min(1450, "curriculum.book_year")
      .max(2200, "curriculum.book_year")
      .nullable(),
  );

const facts = {
  title: text(200),
  author: optional(200),
  isbn,
  publisher: optional(120),
  edition: optional(40),
  year,
  notes: optional(1000),
};
export const createTextbookInput = z.strictObject(facts);
export type CreateTextbookInput = z.output<typeof createTextbookInput>;

/** Fields of a textbook as they are edited in place: at least one, under the version that was shown. */
export const editTextbookInput = z
  .strictObject({
    id,
    version: id,
    ...z
      .object({
        ...facts,
        isActive: z.union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")]),
      })
      .partial().shape,
  })
  .refine((input) => Object.keys(input).length > 2, "validation.required");
export type EditTextbookInput = z.output<typeof editTextbookInput>;

/** A textbook's id in an address. */
export const textbookIdParam = z.coerce.number().int().positive().max(2_147_483_647);
/** What is typed into a picker of textbooks. */
export const textbookQuery = z.object({ q: z.string().trim().min(1).max(60) });

export type TextbookHit = {
  id: number;
  title: string;
  author: string | null;
  isbn: string | null;
  edition: string | null;
  year: number | null;
};

export type TextbookRow = TextbookHit & {
  version: number;
  publisher: string | null;
  notes: string | null;
  isActive: boolean;
};

/** A line of the list: with how many courses use it. */
export type TextbookListRow = TextbookRow & { courses: string[]; templates: number };
