/** Key of the setting inside the messages `settings.items`, where dots would nest. */
export function settingMessage(key: string): string {
  return key.replace(".", "_");
}

/**
 * The value as people read it: words for yes, no and choices, the parts of a value by name, figures as written. `say`
 * gives a text of the namespace `settings`.
 */
export function readableValue(json: string, say: (key: string) => string): string {
  const value: unknown = JSON.parse(json);
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : say("none");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([name, part]) => `${say(`parts.${name}`)} ${String(part)}`)
      .join(" · ");
  }
  return typeof value === "string" && /^[a-z_]+$/.test(value) ? say(`choices.${value}`) : String(value);
}
