import type { Page } from "@playwright/test";

/**
 * Waits until the page listens: React has taken over its elements, and the network is quiet or five seconds are over (a
 * page that watches a job is never quiet).
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main, main *, form")].some((element) =>
      Object.keys(element).some((key) => key.startsWith("__react")),
    ),
  );
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined);
}
