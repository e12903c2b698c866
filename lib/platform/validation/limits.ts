// Apart from the schemas, so that a form that shows a bound does not load zod.

/** Shortest reason that says anything to whoever reads the audit, in characters: the same wherever one is asked for. */
export const REASON_MIN = 5;
export const REASON_MAX = 500;
