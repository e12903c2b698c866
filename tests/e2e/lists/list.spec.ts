import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const rows = (page: Page) => page.locator("[data-table=students] tbody tr");

test.beforeEach(async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students");
  await settled(page);
});

test("a list is worked by the keyboard: / searches, arrows move, Enter opens", async ({ page }) => {
  const name = ((await rows(page).nth(1).locator(".p").textContent()) ?? "").split(/\s/)[0] ?? "";
  await page.locator("main").press("/");
  await expect(page.getByRole("searchbox").last()).toBeFocused();
  await page.keyboard.type(name.toLowerCase());
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("searchbox").last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(rows(page).first().getByRole("link").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(rows(page).last().getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/students\/\d{5,}$/);
});

test("the URL holds filters, sort and page, and gives them back", async ({ page }) => {
  await page.getByRole("button", { name: "Status", exact: true }).click();
  await page.getByRole("link", { name: "Active", exact: true }).click();
  await expect(page).toHaveURL(/status=ACTIVE/);
  // A filter of several values stays open for the next one.
  await page.getByRole("link", { name: "Graduated", exact: true }).click();
  await expect(page).toHaveURL(/status=ACTIVE,GRADUATED/);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await expect(page.locator("th[aria-sort=ascending]")).toHaveText("Name");
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expect(page).toHaveURL(/page=2/);
  const first = await rows(page).first().textContent();
  await page.reload();
  expect(await rows(page).first().textContent()).toBe(first);
  // Another filter begins at the first page again.
  await page.getByRole("link", { name: "Remove filter Status: Graduated" }).click();
  await expect(page).toHaveURL(/status=ACTIVE(&|$)/);
  await expect(page).not.toHaveURL(/page=/);
  await expect(page).toHaveURL(/sort=name/);
});

test("columns are chosen and remembered", async ({ page }) => {
  const headings = page.locator("[data-table=students] thead th");
  const before = await headings.count();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Study time" }).uncheck();
  await expect(headings).toHaveCount(before - 1);
  await page.reload();
  await expect(headings).toHaveCount(before - 1);
});

test("without script search, filters and pages still work", async ({ browser, page }) => {
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await bare.newPage();
  await plain.goto("/students?status=ACTIVE");
  await plain.getByRole("link", { name: "Next", exact: true }).click();
  await expect(plain).toHaveURL(/status=ACTIVE&page=2/);
  await plain.locator("[data-table=students] input[name=q]").fill("a");
  await plain.locator("[data-table=students] input[name=q]").press("Enter");
  await expect(plain).toHaveURL(/q=a/);
  await expect(plain).toHaveURL(/status=ACTIVE/);
  await bare.close();
});

test("on a phone a row is two lines and the whole row opens", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const row = rows(page).first();
  const box = await row.boundingBox();
  expect(box?.width).toBeLessThanOrEqual(390);
  expect(box?.height).toBeLessThan(100);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await row.locator(".ph-title").click();
  await expect(page).toHaveURL(/\/students\/\d{5,}$/);
});
