export const themeCookie = "naga_theme";
export const densityCookie = "naga_density";
export const sidebarCookie = "naga_sidebar";

const YEAR_SECONDS = 31_536_000;
/** As long as a choice on the sign-in page counts as made by whoever signs in. */
export const SIGN_IN_SECONDS = 900;

/** Keeps a choice of the screen in this browser. Not secret: it says light or dark, open or closed. */
export function rememberInBrowser(name: string, value: string, seconds = YEAR_SECONDS): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers of our students.
  document.cookie = `${name}=${value}; path=/; max-age=${seconds}; samesite=lax${secure}`;
}
