import type { ActionResult } from "@/lib/platform/actions/action";

/**
 * Tells what is wrong inside of a nested part of the input (`person.familyName`) at the field of that name, for forms
 * that have all fields beside each other.
 */
export function atFields<T>(result: ActionResult<T>): ActionResult<T> {
  if (result.ok || !result.error.fields) return result;
  const fields = Object.fromEntries(
    Object.entries(result.error.fields).map(([path, texts]) => [path.split(".").at(-1) ?? path, texts]),
  );
  return { ok: false, error: { ...result.error, fields } };
}
