import { expect, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

test("what is typed survives a reload and an error, and goes with signing out", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students/new");
  await settled(page);
  const family = page.locator("input[name=familyName]");
  await family.fill("KEO");
  await page.waitForFunction(() => Object.keys(sessionStorage).some((key) => key.startsWith("naga.draft.")));
  await page.reload();
  await settled(page);
  await expect(family).toHaveValue("KEO");
  await expect(page.getByText("We kept what you had typed").first()).toBeVisible();

  await page.locator("form[id] button[type=submit]").last().click();
  // The summary takes the focus and leads to the field.
  // Next announces its pages in a second, empty alert.
  const summary = page.getByRole("alert").and(page.locator("[data-slot=alert]"));
  await expect(summary).toBeVisible();
  await summary.getByRole("link", { name: "Personal name", exact: true }).click();
  await expect(page.locator("input[name=personalName]")).toBeFocused();
  await expect(family).toHaveValue("KEO");

  await page.locator("button[popovertarget=user-menu]").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("naga.draft."))),
  ).toEqual([]);
});
