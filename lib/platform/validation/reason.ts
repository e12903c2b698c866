import { z } from "zod";
import { REASON_MAX, REASON_MIN } from "./limits";

/** Says how short a reason may be, wherever one is missing or says nothing. */
export const REASON_TOO_SHORT = `validation.reason_too_short?limit=${REASON_MIN}`;

/** A reason in a person's own words: the one schema for it; REASON_MIN to REASON_MAX characters. */
export const reasonText = z.string().trim().min(REASON_MIN, REASON_TOO_SHORT).max(REASON_MAX);
