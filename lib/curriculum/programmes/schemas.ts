import { z } from "zod";
import { structureCode } from "@/lib/curriculum/structure/schemas";
import { ALL_AWARDS, PROGRAMME_KINDS, type ProgrammeKind } from "./rules";

const id = z.int().positive();
const name = z.string().trim().min(1).max(120);
const optionalText = (limit: number) =>
  z.union([z.string().trim().max(limit), z.null()]).transform((text) => text || null);
/** A number from a form or a field edited in place, both of which send text. */
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
const optionalCount = (max: number) =>
  z.union([z.literal("").transform(() => null), z.null(), count(0, max)]);

const facts = z.strictObject({
  name,
  nameKm: name,
  shortName: optionalText(40),
  award: z.enum(ALL_AWARDS),
  /** Faculty by its code; a role that is limited to it reaches the programme's students. */
  facultyCode: z
    .union([z.string().trim().max(20), z.null()])
    .transform((code) => code?.toUpperCase() || null)
    .refine((code) => code === null || /^[A-Z][A-Z0-9-]{0,19}$/.test(code), "curriculum.code_letters"),
  /** The faculty as documents print it. */
  facultyName: optionalText(120),
  creditsRequired: optionalCount(300),
  displayOrder: count(0, 9999),
});

export const createProgrammeInput = z.strictObject({
  ...facts.shape,
  code: structureCode,
  kind: z.enum(PROGRAMME_KINDS),
  cycleId: z.coerce.number().int().positive(),
});
/** Any of the facts; the code and the kind stay. */
export const editProgrammeInput = z
  .strictObject({ id, version: id, ...facts.partial().shape })
  .refine((input) => Object.keys(input).length > 2, "validation.required");
/** Takes new students, or takes none any more. */
export const openProgrammeInput = z.strictObject({ id, version: id, isActive: z.boolean() });

export type CreateProgrammeInput = z.output<typeof createProgrammeInput>;
export type EditProgrammeInput = z.output<typeof editProgrammeInput>;
export type OpenProgrammeInput = z.output<typeof openProgrammeInput>;

/** A programme in the list; `requirements` and `credits` are those of its list today. */
export type ProgrammeLine = {
  id: number;
  code: string;
  name: string;
  nameKm: string;
  kind: ProgrammeKind;
  award: string;
  cycleName: string;
  cycleNameKm: string;
  facultyCode: string | null;
  creditsRequired: number | null;
  requirements: number;
  credits: number;
  isActive: boolean;
};

export type ProgrammeRecord = {
  id: number;
  version: number;
  code: string;
  name: string;
  nameKm: string;
  shortName: string | null;
  kind: ProgrammeKind;
  award: string;
  facultyCode: string | null;
  facultyName: string | null;
  creditsRequired: number | null;
  displayOrder: number;
  isActive: boolean;
  cycle: { code: string; name: string; nameKm: string; typicalTerms: number | null };
  division: { name: string; nameKm: string };
};
