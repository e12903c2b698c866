/** Whether the database can keep every text in an input: PostgreSQL has no U+0000, and would end in an error of ours. */
export function isKeepable(input: unknown, depth = 0): boolean {
  if (typeof input === "string") return !input.includes("\u0000");
  if (typeof input !== "object" || input === null) return true;
  // Deeper than any input of ours; what it is then, its schema says.
  if (depth > 20) return true;
  return Object.entries(input).every(([name, value]) => isKeepable(name) && isKeepable(value, depth + 1));
}
