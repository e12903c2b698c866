import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "../sign-in-as";

async function setReadOnly(admin: Page, value: "true" | "false") {
  await admin.goto("/admin/settings/operations.read_only");
  const form = "#setting-operations\\.read_only";
  await admin.selectOption(`${form}-value`, value);
  await admin.fill(`${form}-reason`, "a rehearsal of the lever");
  await admin.locator(`${form} button[type=submit]`).click();
  await expect(admin.getByText("The setting was changed.").first()).toBeVisible();
}

test("read-only mode stops writes at once, says so on every page, and lets people in", async ({
  page,
  browser,
}) => {
  await signInAs(page, "admin");
  try {
    await setReadOnly(page, "true");
    // Signing in still works: reading is what the mode is for, and somebody must be able to end it.
    const reader = await (await browser.newContext()).newPage();
    await signInAs(reader, "registrar");
    await expect(async () => {
      await reader.goto("/students/15015");
      await expect(reader.getByRole("status").filter({ hasText: "Reading only" })).toBeVisible({
        timeout: 500,
      });
    }).toPass();
    await reader.goto("/account");
    await reader.selectOption("#preferences-density", "compact");
    await reader.locator("#preferences button[type=submit]").click();
    await expect(reader.getByText(/read-only mode for maintenance/).first()).toBeVisible();
    await reader.close();
  } finally {
    await setReadOnly(page, "false");
  }
});
