/** Key of the setting inside the messages `settings.items`, where dots would nest. */
export function settingMessage(key: string): string {
  return key.replace(".", "_");
}

/** The value as people read it: yes and no in their language, text without quotes, the rest as written. */
export function readableValue(json: string, yes: string, no: string): string {
  const value: unknown = JSON.parse(json);
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([name, part]) => `${name} ${String(part)}`)
      .join(", ");
  }
  return String(value);
}
