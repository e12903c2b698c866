import { z } from "zod";

const id = z.int().positive();
const name = z.string().trim().min(1).max(120);
/** A number from a form, which sends text. */
const count = (min: number, max: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,4}$/, "validation.failed")
        .transform(Number),
    ])
    .pipe(z.int().min(min).max(max));

/** A code as it is written: capitals, digits, hyphens. */
export const structureCode = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase())
  .refine((code) => /^[A-Z][A-Z0-9-]{1,19}$/.test(code), "curriculum.code_letters");

const shared = { name, nameKm: name, displayOrder: count(0, 9999), isActive: z.boolean() };
const divisionFacts = {
  ...shared,
  description: z.union([z.string().trim().max(500), z.null()]).transform((text) => text || null),
};
const cycleFacts = {
  ...shared,
  divisionId: z.coerce.number().int().positive(),
  rank: count(1, 9),
  typicalTerms: z.union([z.literal("").transform(() => null), z.null(), count(1, 40)]),
};
const edited = { id, version: id };

export const createDivisionInput = z.strictObject({ code: structureCode, ...divisionFacts });
export const editDivisionInput = z.strictObject({ ...edited, ...divisionFacts });
export const createCycleInput = z.strictObject({ code: structureCode, ...cycleFacts });
export const editCycleInput = z.strictObject({ ...edited, ...cycleFacts });

export type CreateDivisionInput = z.output<typeof createDivisionInput>;
export type EditDivisionInput = z.output<typeof editDivisionInput>;
export type CreateCycleInput = z.output<typeof createCycleInput>;
export type EditCycleInput = z.output<typeof editCycleInput>;

export type CycleRow = {
  id: number;
  version: number;
  divisionId: number;
  code: string;
  name: string;
  nameKm: string;
  /** 1 language, 2 bachelor, 3 master: the higher one is shown first. */
  rank: number;
  /** How many terms such a programme usually takes. */
  typicalTerms: number | null;
  isActive: boolean;
  displayOrder: number;
  programmes: number;
  courses: number;
};

export type DivisionRow = {
  id: number;
  version: number;
  code: string;
  name: string;
  nameKm: string;
  description: string | null;
  isActive: boolean;
  displayOrder: number;
  cycles: CycleRow[];
};
