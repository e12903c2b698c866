import { NAVIGATION_STARTED } from "@/components/layout/navigation-started";

// Zod would try whether it may compile functions, which our policy forbids and the console then tells. Without
// importing it: it is loaded with the first form that needs it, and reads this.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

/** Called by Next when a navigation begins; the bar of components/layout/navigation-progress.tsx listens. */
export function onRouterTransitionStart(url: string): void {
  window.dispatchEvent(new CustomEvent(NAVIGATION_STARTED, { detail: url }));
}
