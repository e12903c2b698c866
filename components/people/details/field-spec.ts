import type { PersonChoice } from "./person-picker";

export type FieldValue = string | boolean | null;

/** One field of a form, as plain data that travels with the page; its dialog is fetched when somebody opens it. */
export type FieldSpec = {
  name: string;
  label: string;
  kind?: "text" | "tel" | "date" | "year" | "select" | "country" | "check" | "scan" | "person";
  help?: string;
  optional?: boolean;
  maxLength?: number;
  /** Language of what is typed. */
  lang?: string;
  options?: readonly { value: string; label: string }[];
  /** What a new entry begins with; "" or false without. */
  initial?: FieldValue;
};

/** An entry of a list as it is read, and the values that its form begins with. */
export type DetailRow = {
  id: number;
  version: number;
  title: string;
  lines: readonly string[];
  badges: readonly { text: string; tone: "default" | "success" | "warning" | "danger" | "info" }[];
  /** Another record, or a file. */
  link?: { href: string; label: string; download?: boolean } | null;
  values: Record<string, FieldValue>;
  /** The person of a relation, for a picker that stands. */
  choice?: PersonChoice;
  /** Whether the mark that the list offers is set. */
  marked?: boolean;
};
