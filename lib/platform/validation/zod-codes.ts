import { z } from "zod";

/** Says the default messages of zod as codes, so that they can be told in the reader's language. */
function codeOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? "validation.required"
        : "validation.wrong_type";
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "validation.required";
      return `validation.too_small_${issue.origin === "string" ? "text" : "number"}?limit=${issue.minimum}`;
    case "too_big":
      return `validation.too_big_${issue.origin === "string" ? "text" : "number"}?limit=${issue.maximum}`;
    case "invalid_format":
      return issue.format === "email" ? "validation.email" : "validation.format";
    case "invalid_value":
      return "validation.choice";
    case "unrecognized_keys":
      return `validation.unknown_field?fields=${issue.keys.join(", ")}`;
    default:
      return "validation.invalid";
  }
}

z.config({ customError: (issue) => codeOf(issue) });

const CODE = /^[a-z_]+(\.[a-z0-9_]+)+(\?.*)?$/;

/** Splits `validation.too_small_text?limit=3` into a code and its parameters; other text becomes `validation.invalid`. */
export function readCode(message: string): { code: string; params: Record<string, string> } {
  if (!CODE.test(message)) return { code: "validation.invalid", params: {} };
  const [code = "validation.invalid", rest] = message.split("?", 2);
  return { code, params: rest ? Object.fromEntries(new URLSearchParams(rest)) : {} };
}

/** Codes of a zod error by field path (`phones.0.number`); what belongs to no field stands under "". */
export function fieldCodes(error: z.core.$ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}
