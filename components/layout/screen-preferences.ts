import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { Density, Theme } from "@/lib/platform/access/actor";
import { findActor } from "@/lib/platform/auth/page";
import { densityCookie, sidebarCookie, themeCookie } from "./preference-cookies";

export type ScreenPreferences = { theme: Theme; density: Density; sidebar: "open" | "collapsed" };

const isTheme = (value: unknown): value is Theme =>
  value === "light" || value === "dark" || value === "system";
const isDensity = (value: unknown): value is Density => value === "comfortable" || value === "compact";

/**
 * How the person wants the screen: from the account when signed in, else from the cookies of this browser, so that the
 * sign-in page looks as it was left. Written on <html> by the server: no flash, no inline script.
 */
export const screenPreferences = cache(async (): Promise<ScreenPreferences> => {
  const [actor, jar] = await Promise.all([findActor(), cookies()]);
  const theme = actor?.theme ?? jar.get(themeCookie)?.value;
  const density = actor?.density ?? jar.get(densityCookie)?.value;
  return {
    theme: isTheme(theme) ? theme : "system",
    density: isDensity(density) ? density : "comfortable",
    sidebar: jar.get(sidebarCookie)?.value === "collapsed" ? "collapsed" : "open",
  };
});
