import type { MessageMedium } from "@/lib/platform/db/generated/enums";

export const MEDIA = ["LETTER", "EMAIL"] as const satisfies readonly MessageMedium[];

/** Characters of a template, at most. */
export const SUBJECT_MAX = 200;
export const BODY_MAX = 8_000;
