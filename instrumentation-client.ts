import { NAVIGATION_STARTED } from "@/components/layout/navigation-started";

/** Called by Next when a navigation begins; the bar of components/layout/navigation-progress.tsx listens. */
export function onRouterTransitionStart(url: string): void {
  window.dispatchEvent(new CustomEvent(NAVIGATION_STARTED, { detail: url }));
}
