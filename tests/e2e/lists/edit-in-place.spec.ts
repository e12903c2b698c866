import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const field = (page: Page) => page.locator("[data-inline-field=personalEmail]");

async function open(page: Page, path: string): Promise<void> {
  await signInAs(page, "registrar");
  await page.goto(path);
  await settled(page);
}

async function type(page: Page, text: string): Promise<void> {
  await field(page).getByRole("button").first().click();
  await field(page).getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
}

test("two people who edit one field see each other's value before anything is lost", async ({
  browser,
  page,
}) => {
  await signInAs(page, "registrar");
  await page.goto("/students?status=ACTIVE&page=2");
  const path = await page.locator("[data-table=students] tbody a.dt-open").last().getAttribute("href");
  expect(path).toMatch(/^\/students\/\d+$/);
  await page.goto(path ?? "");
  await settled(page);
  const other = await (await browser.newContext()).newPage();
  await open(other, path ?? "");

  await type(page, "first@example.org");
  await expect(field(page)).toContainText("Saved");

  await type(other, "second@example.org");
  await expect(field(other)).toContainText("Somebody else changed this meanwhile");
  await expect(field(other)).toContainText("Your value: second@example.org");
  await expect(field(other)).toContainText("Now saved: first@example.org");

  await field(other).getByRole("button", { name: "Save mine" }).click();
  await expect(field(other)).toContainText("✓ Saved");
  await page.reload();
  await expect(field(page)).toContainText("second@example.org");
  await other.context().close();
});

test("what is wrong stands at the field, Escape takes back, nothing is saved", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students?status=ACTIVE");
  await page.locator("[data-table=students] tbody a.dt-open").first().click();
  await page.waitForURL(/\/students\/\d+$/);
  const before = await field(page).innerText();
  await type(page, "no address");
  await expect(field(page)).toContainText("Not saved: Write an e-mail address");
  await field(page).getByRole("button").first().click();
  await expect(field(page).getByRole("textbox")).toHaveValue("no address");
  await page.keyboard.press("Escape");
  await expect(field(page).getByRole("textbox")).toHaveCount(0);
  await page.reload();
  expect(await field(page).innerText()).toBe(before);
});
