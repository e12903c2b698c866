/** Kinds of grading scales (domain.md 7.1); apart from the schemas, for forms. */
export const SCALE_KINDS = ["LANGUAGE_STANDARD", "LANGUAGE_IEAP", "ACADEMIC"] as const;
export type ScaleKind = (typeof SCALE_KINDS)[number];
