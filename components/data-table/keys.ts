/** Whether single-key shortcuts are on; people who dictate turn them off in their settings (WCAG 2.1.4). */
export function shortcutsEnabled(): boolean {
  try {
    return localStorage.getItem("naga.shortcuts") !== "off";
  } catch {
    return true;
  }
}

/** Whether the event comes from something that wants the keys for itself. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[popover]:popover-open, dialog[open], [role=dialog]"))
    return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function rowLinks(table: HTMLElement): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>("tbody tr")].map(
    (row) =>
      row.querySelector<HTMLElement>("a.dt-open") ??
      row.querySelector<HTMLElement>("a, button, input") ??
      row,
  );
}

/** Moves the focus up or down the rows: the browser's own focus is the cursor, so Enter and screen readers just work. */
export function moveRow(table: HTMLElement, step: 1 | -1 | "first" | "last"): boolean {
  const links = rowLinks(table);
  if (links.length === 0) return false;
  const here = document.activeElement?.closest("tbody tr");
  const index = here && table.contains(here) ? [...table.querySelectorAll("tbody tr")].indexOf(here) : -1;
  const target =
    step === "first" ? 0 : step === "last" ? links.length - 1 : index < 0 && step < 0 ? 0 : index + step;
  const link = links[Math.min(Math.max(target, 0), links.length - 1)];
  link?.focus();
  link?.closest("tr")?.scrollIntoView({ block: "nearest" });
  return true;
}
