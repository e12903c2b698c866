import { expect, test } from "@playwright/test";
import { makeAccount } from "../own-account";
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

test("a language chosen on the sign-in page is the person's from then on; one that the browser remembers is not", async ({
  browser,
}) => {
  const who = {
    email: `language-${crypto.randomUUID().slice(0, 8)}@demo.naga.example`,
    password: "a boat of one's own",
  };
  await makeAccount({ ...who, name: "ONLY Here", role: "cashier" });

  async function signIn(chosen: "en" | "km" | null, remembered?: "en" | "km") {
    const context = await browser.newContext();
    const page = await context.newPage();
    if (remembered) {
      const url = test.info().project.use.baseURL ?? "";
      await context.addCookies([{ name: "naga_locale", value: remembered, url }]);
    }
    await page.goto("/sign-in");
    await settled(page);
    if (chosen) {
      await page.locator(`label[lang=${chosen}]`).first().click();
      await expect(page.locator("html")).toHaveAttribute("lang", chosen);
    }
    await page.locator("#email").fill(who.email);
    await page.locator("#password").fill(who.password);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    const language = await page.locator("html").getAttribute("lang");
    const left = (await context.cookies()).filter(({ name }) => name === "naga_locale_chosen");
    await context.close();
    return { language, left: left.length };
  }

  expect(await signIn("km")).toEqual({ language: "km", left: 0 });
  expect(await signIn(null)).toEqual({ language: "km", left: 0 });
  expect(await signIn(null, "en")).toEqual({ language: "km", left: 0 });
  expect(await signIn("en", "km")).toEqual({ language: "en", left: 0 });
});
