import { readFileSync } from "node:fs";
import { expect as expectSoon, type Page, test } from "@playwright/test";
import { signInAs } from "../sign-in-as";

// The worker takes a job up within a second or two, on a busy machine a little later.
const expect = expectSoon.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 120_000 });

/** Marks the first rows of the list of active students; again while the page is not listening yet. */
async function select(page: Page, count: number): Promise<void> {
  await page.goto("/students?status=ACTIVE");
  const boxes = page.locator("[data-table=students] tbody input[type=checkbox]");
  await expect(async () => {
    for (let row = 0; row < count; row++) await boxes.nth(row).check();
    await expect(page.getByText(`${count} rows selected`)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Downloads by a link and gives the bytes. */
async function download(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const link = page.getByRole("link", { name, exact: true });
  await expect(link).toBeVisible();
  const [got] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
}

const isPdf = (bytes: Buffer) => bytes.subarray(0, 5).toString() === "%PDF-";

test("ID cards of selected students are made in a job and downloaded by whoever asked", async ({
  page,
  browser,
}) => {
  await signInAs(page, "registrar");
  await select(page, 3);
  await page.getByRole("button", { name: "ID cards" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Pages").selectOption("card");
  await dialog.getByRole("button", { name: "Make the cards" }).click();
  await page.waitForURL(/\/printed\//);
  const cards = await download(page, "Download the PDF");
  expect(cards.name).toMatch(/^id-cards-\d{4}-\d\d-\d\d\.pdf$/);
  expect(isPdf(cards.bytes)).toBe(true);
  await expect(page.getByRole("definition").filter({ hasText: /^3$/ })).toHaveCount(2);

  // A colleague with the same right sees the job, and gets no file.
  const address = page.url();
  const file = await page.getByRole("link", { name: "Download the PDF" }).getAttribute("href");
  const context = await browser.newContext();
  const other = await context.newPage();
  await signInAs(other, "academic_director");
  await other.goto(address);
  await expect(other.getByText("This file belongs to whoever had it made.")).toBeVisible();
  expect((await other.request.get(file ?? "")).status()).toBe(404);
  await context.close();
});

test("a single card is made from the record", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students?status=ACTIVE");
  await page.locator("[data-table=students] tbody a").first().click();
  await page.waitForURL(/\/students\/\d+$/);
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.getByRole("button", { name: "ID card", exact: true }).click();
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await dialog.getByLabel("Valid until").fill("2020-01-01");
  await dialog.getByRole("button", { name: "Make the cards" }).click();
  // The browser itself says that the day is over.
  await expect(page).toHaveURL(/\/students\/\d+$/);
  await dialog.getByLabel("Valid until").fill("2999-01-01");
  await dialog.getByRole("button", { name: "Make the cards" }).click();
  await page.waitForURL(/\/printed\//);
  expect(isPdf((await download(page, "Download the PDF")).bytes)).toBe(true);
});

test("a list is printed as it is seen", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students?status=ACTIVE&q=sok");
  await expect(async () => {
    await page.getByRole("button", { name: /^Export/ }).click();
    await page.getByRole("button", { name: "Print as PDF" }).click({ timeout: 3_000 });
    await page.waitForURL(/\/printed\//, { timeout: 5_000 });
  }).toPass();
  const list = await download(page, "Download the PDF");
  expect(list.name).toMatch(/\.pdf$/);
  expect(isPdf(list.bytes)).toBe(true);
});

test("a template is written with a live preview, and letters with it reach a selection", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/messages/templates/new");
  const name = `Letter of the test ${Date.now()}`;
  const preview = page.getByRole("region", { name: "English" });
  await expect(async () => {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Text in English").fill("Dear {{name}},\n\nyour number is {{nmber}}.");
    await expect(preview).toContainText("There is no such fact: {{nmber}}.", { timeout: 3_000 });
  }).toPass();
  await page.getByRole("button", { name: "Save the template" }).click();
  await expect(page.getByText("There is no such fact: {{nmber}}.").first()).toBeVisible();

  const body = page.getByLabel("Text in English");
  await body.fill("Dear {{name}},\n\nyour number is ");
  await body.press("Control+End");
  await page.getByRole("button", { name: "Student number", exact: true }).click();
  await expect(body).toHaveValue("Dear {{name}},\n\nyour number is {{number}}");
  await expect(preview).toContainText("your number is 00742");
  await page.getByRole("button", { name: "Save the template" }).click();
  await page.waitForURL(/\/messages\/templates\/\d+$/);

  await select(page, 2);
  await page.getByRole("link", { name: "Letters and mails" }).click();
  await page.waitForURL(/\/messages\/merge/);
  await page.getByLabel("Template").selectOption({ label: `${name} · Letter` });
  await page.getByRole("button", { name: "Show the preview" }).click();
  await expect(page.getByText(/^your number is \d{5}$/)).toHaveCount(2);
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.getByRole("button", { name: "Make 2 letters" }).click();
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await dialog.getByRole("button", { name: "Make 2 letters" }).click();
  await page.waitForURL(/\/messages\/\d+$/);
  expect(isPdf((await download(page, "Download the letters")).bytes)).toBe(true);
  await expect(page.locator("[data-table=deliveries] tbody tr")).toHaveCount(2);

  await page.goto("/messages");
  const row = page.locator("[data-table=messages] tbody tr").filter({ hasText: name });
  await expect(row).toContainText("Letter");
});

test("without a mail server the page says so and offers letters", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/messages/templates/new");
  const name = `Mail of the test ${Date.now()}`;
  await expect(async () => {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Kind").selectOption("EMAIL");
    await page.getByLabel("Subject in English").fill("Hello");
    await page.getByLabel("Text in English").fill("Dear {{name}}");
    await expect(page.getByRole("region", { name: "English" })).toContainText("Dear SOK DARA", {
      timeout: 3_000,
    });
  }).toPass();
  await page.getByRole("button", { name: "Save the template" }).click();
  await page.waitForURL(/\/messages\/templates\/\d+$/);
  const template = page.url().split("/").at(-1);
  await page.goto(`/messages/merge?to=l.students.q%3Dsok&template=${template}`);
  await expect(page.getByText("No mail server is set up")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Send \d+ mail/ })).toBeDisabled();
});
