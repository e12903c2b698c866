// Apart from the schemas, so that a form that shows a bound does not load zod.

/** Shortest reason that says anything to whoever reads the audit, in characters. */
export const REASON_MIN = 5;
