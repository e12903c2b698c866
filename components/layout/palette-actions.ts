import { clearRecent } from "./recent";

/**
 * Does what the frame can do, by its own controls: the same choice, form and request as from the menu of the person.
 * @param id of a PaletteAction without an address
 */
export function runAction(id: string): void {
  const [what = "", value = ""] = id.split(":");
  if (what === "locale" || what === "theme" || what === "density")
    document.querySelector<HTMLInputElement>(`input[name=preference-${what}][value="${value}"]`)?.click();
  else if (what === "role")
    document.querySelector<HTMLButtonElement>(`button[name=role][value="${value}"]`)?.click();
  else if (what === "sign-out")
    document.querySelector<HTMLFormElement>("form[data-signs-out]")?.requestSubmit();
  else if (what === "forget") clearRecent();
  // After the palette has gone, or it would stand on the paper.
  else if (what === "print") setTimeout(() => window.print(), 100);
}
