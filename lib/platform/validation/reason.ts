import { z } from "zod";
import { REASON_MIN } from "./limits";

/** A reason in a person's own words, as overrides and drops ask for it; at most 500 characters. */
export const reasonText = z.string().trim().min(REASON_MIN).max(500);
