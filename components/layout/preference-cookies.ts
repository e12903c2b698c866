export const themeCookie = "naga_theme";
export const densityCookie = "naga_density";
export const sidebarCookie = "naga_sidebar";

const YEAR_SECONDS = 31_536_000;

/** Keeps a choice of the screen in this browser. Not secret: it says light or dark, open or closed. */
export function rememberInBrowser(name: string, value: string): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers of our students.
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}
