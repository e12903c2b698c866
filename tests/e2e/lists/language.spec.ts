import { expect, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

test("visitors are met in the language of their browser and may switch", async ({ browser }) => {
  const context = await browser.newContext({ locale: "km-KH" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await settled(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  await page.locator("label[lang=en]").first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await context.close();
});

test("the choice of language stays with the person, in every browser", async ({ page, browser }) => {
  // Nobody else's tests sign in as this person and read English.
  await signInAs(page, "admissions_officer");
  await settled(page);
  await page.locator("label[lang=km]").first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  const elsewhere = await (await browser.newContext()).newPage();
  await signInAs(elsewhere, "admissions_officer");
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "km");
  await settled(elsewhere);
  await elsewhere.locator("label[lang=en]").first().click();
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "en");
  await elsewhere.context().close();
});
