import { expect, test } from "@playwright/test";
import { signInAs } from "../sign-in-as";

test("an auditor filters the log, opens an entry and takes it along", async ({ page }) => {
  await signInAs(page, "auditor");
  await page.goto("/admin/audit");
  await expect(page.locator("main ol > li").first()).toBeVisible();
  await page.getByLabel("Operation").selectOption("COPY");
  await page.getByLabel("Who").fill("system:seed");
  await page.getByRole("button", { name: "Show entries" }).click();
  await expect(page).toHaveURL(/operation=COPY/);
  const first = page.locator("main ol > li").first();
  await expect(first).toContainText("the system (seed)");
  await first.locator("summary").click();
  await expect(first).toContainText("Fingerprint (SHA-256)");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/);
});

test("the log is no page for a registrar, and nobody finds an unknown number in it", async ({ page }) => {
  await signInAs(page, "registrar");
  expect((await page.goto("/admin/audit"))?.status()).toBe(403);
  await page.context().clearCookies();
  await signInAs(page, "auditor");
  await page.goto("/admin/audit?student=99999999");
  await expect(page.getByText("Nobody has the student number 99999999.").first()).toBeVisible();
});
