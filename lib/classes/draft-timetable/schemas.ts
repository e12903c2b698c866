import { z } from "zod";
import type { ProposalDecision, ProposalStatus, TeacherWishKind } from "@/lib/platform/db/generated/enums";
import { ITEM_FILTERS, KEEPS, SIZES, TEACHER_CHOICES, WHICH, WISH_KINDS } from "./kinds";
import { type Score, type Weights, WISHES } from "./problem";

const id = z.int().positive().max(2_147_483_647);

/** Numbers of a form come as text. */
const weight = z.coerce.number().int().min(0).max(5);
const weights = z.strictObject(
  Object.fromEntries(WISHES.map((wish) => [wish, weight])) as Record<keyof Weights, typeof weight>,
);

/** What somebody asks of a draft. */
export const draftOptions = z.strictObject({
  /** Deliveries without any time, those that lack something, or all of the term. */
  which: z.enum(WHICH),
  /** What stands although all are placed anew. */
  keep: z.enum(KEEPS),
  teachers: z.enum(TEACHER_CHOICES),
  size: z.enum(SIZES),
  /** A classroom may stand in for a laboratory that is taken. */
  standIn: z.boolean(),
  /** Most hours a week of one teacher. */
  mostHours: z.coerce.number().int().min(1).max(60),
  /** Longest search, in minutes. */
  minutes: z.coerce.number().int().min(1).max(5),
  seed: z.coerce.number().int().min(1).max(1_000_000),
  weights,
});
export type DraftOptions = z.output<typeof draftOptions>;

/** The same as it is kept with the proposal, beside the run of its job. */
export const keptOptions = z.object(draftOptions.shape);

export const startDraftInput = z.strictObject({
  termId: id.or(z.coerce.number().pipe(id)),
  ...draftOptions.shape,
});
export type StartDraftInput = z.output<typeof startDraftInput>;

export const proposalRef = z.strictObject({ id, version: z.int().positive() });
export type ProposalRef = z.output<typeof proposalRef>;

/** One decision about many deliveries of a proposal: those named, or all that a search on its page finds. */
export const decideInput = z.strictObject({
  id,
  deliveryIds: z.array(id).max(1_000),
  matching: z
    .strictObject({ q: z.string().max(100), show: z.enum(ITEM_FILTERS).nullable().catch(null) })
    .nullable(),
  decision: z.enum(["PENDING", "ACCEPTED", "REJECTED"]),
});
export type DecideInput = z.output<typeof decideInput>;

/** A time of a day as a form gives it, as minutes since midnight. */
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "draft_timetable.no_such_time")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** Somebody's own time, room or teacher for one item. */
export const changeItemInput = z
  .strictObject({
    itemId: id,
    version: z.int().positive(),
    weekday: z.coerce.number().int().min(1).max(7),
    startMin: clock,
    endMin: clock,
    roomId: id.nullable(),
    teacherId: id.nullable(),
  })
  .refine(({ startMin, endMin }) => startMin < endMin, {
    error: "timetable.ends_before_it_begins",
    path: ["endMin"],
  });
export type ChangeItemInput = z.output<typeof changeItemInput>;

const wishFacts = {
  weekday: z.coerce.number().int().min(1).max(7),
  startMin: clock,
  endMin: clock,
  kind: z.enum(WISH_KINDS),
  /** Null: in every term. */
  termId: z.union([z.coerce.number().pipe(id), z.literal("").transform(() => null), z.null()]),
  note: z.union([z.string().trim().max(200), z.null()]).transform((note) => note || null),
};
const inOrder = { error: "timetable.ends_before_it_begins", path: ["endMin"] };
const ordered = (input: { startMin: number; endMin: number }) => input.startMin < input.endMin;

/** `number` is the teacher's. */
export const addWishInput = z.strictObject({ number: id, ...wishFacts }).refine(ordered, inOrder);
export const editWishInput = z
  .strictObject({ number: id, id, version: z.int().positive(), ...wishFacts })
  .refine(ordered, inOrder);
export const removeWishInput = z.strictObject({ number: id, id, version: z.int().positive() });
export type AddWishInput = z.output<typeof addWishInput>;
export type EditWishInput = z.output<typeof editWishInput>;
export type RemoveWishInput = z.output<typeof removeWishInput>;

/** A wish of a teacher; minutes since midnight. */
export type WishRow = {
  id: number;
  version: number;
  weekday: number;
  startMin: number;
  endMin: number;
  kind: TeacherWishKind;
  note: string | null;
  term: { id: number; code: string } | null;
};

/** What came out of a search, kept with the proposal. */
export type DraftResult = {
  deliveries: number;
  placed: number;
  unplaced: number;
  /** Raw amounts by wish; `before` is the timetable as it stood, where there was one. */
  score: Score;
  seconds: number;
  /** The search ended by itself. */
  complete: boolean;
};

export type ProposalFacts = {
  id: number;
  version: number;
  status: ProposalStatus;
  term: { id: number; code: string; name: { en: string; km: string } };
  options: DraftOptions;
  score: DraftResult | null;
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
  jobRunId: string | null;
  changeSetId: number | null;
};

export type ItemDecision = ProposalDecision;

/** What an applied proposal says: `left` are deliveries that something stands in the way of since. */
export const applySummary = z.object({
  proposalId: z.number(),
  placed: z.number(),
  meetings: z.number(),
  left: z.array(z.object({ deliveryId: z.number(), label: z.string(), code: z.string() })),
});
export type ApplySummary = z.output<typeof applySummary>;
