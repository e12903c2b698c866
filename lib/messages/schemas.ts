import { z } from "zod";
import type { DeliveryStatus, MessageMedium } from "@/lib/platform/db/generated/enums";
import { BODY_MAX, MEDIA, SUBJECT_MAX } from "./kinds";

export const DELIVERY_STATUSES = [
  "QUEUED",
  "SENT",
  "FAILED",
  "SKIPPED",
] as const satisfies readonly DeliveryStatus[];
/** The language of a merge: one for everybody, or the one that each person chose. */
export const LANGUAGES = ["preferred", "km", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** People that one merge reaches; letters are one file, which nobody prints by the ream. */
export const MERGE_MAX: Record<MessageMedium, number> = { LETTER: 2_000, EMAIL: 5_000 };

/** Codes of what kept a message from a person; the sentences are `mailings.problems.<code>`. */
export const PROBLEMS = ["no_address", "gone", "refused", "deferred", "interrupted"] as const;
export type Problem = (typeof PROBLEMS)[number];

const words = (limit: number) =>
  z
    .union([z.string().max(limit), z.null()])
    .transform((text) => text?.replace(/\r\n?/g, "\n").trim() || null);
const subject = words(SUBJECT_MAX).refine((text) => !text?.includes("\n"), "messages.subject_one_line");

const templateWords = {
  name: z.string().trim().min(1, "validation.required").max(120),
  medium: z.enum(MEDIA),
  subjectEn: subject,
  subjectKm: subject,
  bodyEn: words(BODY_MAX),
  bodyKm: words(BODY_MAX),
};
export const createTemplateInput = z.strictObject(templateWords);
export const editTemplateInput = z.strictObject({
  ...templateWords,
  id: z.int().positive(),
  version: z.int().positive(),
  isActive: z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]),
});
export type TemplateWords = z.output<typeof createTemplateInput>;

/** The words of a merge, as they were when it began. */
export const mergeContent = z.object({
  medium: z.enum(MEDIA),
  subjectEn: z.string().nullable(),
  subjectKm: z.string().nullable(),
  bodyEn: z.string().nullable(),
  bodyKm: z.string().nullable(),
});
export type MergeContent = z.output<typeof mergeContent>;

export const resendInput = z.strictObject({ id: z.int().positive() });
export const previewFactsInput = z.strictObject({ number: z.int().positive() });

export type TemplateDto = MergeContent & {
  id: number;
  name: string;
  isActive: boolean;
  version: number;
  /** Messages sent with it so far. */
  merges: number;
};

export type MergeCounts = { people: number; sent: number; failed: number; skipped: number; waiting: number };

export type MergeDto = MergeCounts & {
  id: number;
  /** Null: words of a command, such as a class that is cancelled; then `template` is their subject. */
  templateId: number | null;
  template: string;
  medium: MessageMedium;
  language: Language;
  by: string;
  own: boolean;
  /** ISO instants */
  createdAt: string;
  finishedAt: string | null;
  jobId: string | null;
  fileId: string | null;
  content: MergeContent;
};

export type DeliveryDto = {
  id: number;
  name: {
    familyName: string;
    personalName: string;
    khmerFamilyName: string | null;
    khmerPersonalName: string | null;
  };
  /** The student number as shown; null for who is no student. */
  number: string | null;
  address: string | null;
  status: DeliveryStatus;
  problem: string | null;
  answer: string | null;
  sentAt: string | null;
};
