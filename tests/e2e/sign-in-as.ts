import type { Page } from "@playwright/test";
import type { RoleName } from "@/lib/platform/access/roles";

/** Signs in as the invented person of the demo campus who holds the role, by the button of the sign-in page. */
export async function signInAs(page: Page, role: RoleName): Promise<void> {
  await page.goto("/sign-in");
  await page
    .locator(`button[name=email][value^="${role.replace("_", "-")}@"], button[name=email][value^="${role}@"]`)
    .first()
    .click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
