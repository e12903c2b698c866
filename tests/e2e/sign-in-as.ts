import type { Page } from "@playwright/test";
import type { RoleName } from "@/lib/platform/access/roles";

/** Signs in as the invented person of the demo campus who holds the role, by the button of the sign-in page. */
export async function signInAs(page: Page, role: RoleName): Promise<void> {
  await page.goto("/sign-in");
  const emails = await page
    .locator("button[name=email]")
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLButtonElement).value));
  // The local part of the address names the role, with either dash.
  const email = emails.find((value) => value.split("@")[0]?.replaceAll("-", "_").endsWith(role));
  if (!email) throw new Error(`the sign-in page offers nobody for ${role}: ${emails.join(", ")}`);
  await page.locator(`button[name=email][value="${email}"]`).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
