import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const bulk = (page: Page) => page.locator(".dt-bulk");
const numbers = (page: Page, table: string) => page.locator(`[data-table=${table}] tbody a.dt-open`);

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

test("everybody who matches is selected, moved, and taken back; who may not move is named", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  await open(page, "/students?status=GRADUATED,DROPPED&studyTime=MORNING,AFTERNOON&size=25&sort=number");
  const first = page.locator("[data-table=students] tbody .sel input").first();
  await first.check();
  await expect(bulk(page)).toContainText("1 row selected");
  await page.locator("[data-table=students] thead .sel input").click();
  await bulk(page)
    .getByRole("button", { name: /^Select all \d+ that match$/ })
    .click();
  await expect(bulk(page)).toContainText(/All \d+ that match are selected/);
  const chosen = Number(/All (\d+)/.exec(await bulk(page).innerText())?.[1]);
  await bulk(page).getByRole("button", { name: "Change status" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New status").selectOption("INACTIVE");
  await dialog.getByLabel("Why").fill("cleaning up the list of the day");
  await dialog.getByRole("button", { name: "See what would change" }).click();
  await page.waitForURL(/\/change-sets\/\d+$/);
  // Who graduated cannot become inactive: only those who dropped out move.
  const result = page
    .getByRole("region", { name: "Who is left out" })
    .or(page.locator("section", { hasText: "Who is left out" }))
    .first();
  await expect(result).toContainText(`of ${chosen} selected`, { timeout: 30_000 });
  await expect(result).toContainText("Cannot be moved there from Graduated");
  await page.getByRole("button", { name: /^Apply [\d,]+ changes?$/ }).click();
  await page.getByRole("dialog").getByRole("button").last().click();
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeVisible({ timeout: 30_000 });

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  const ask = page.getByRole("dialog");
  const rows = (await ask.getByRole("heading").innerText()).replace(/\D/g, "");
  // From twenty on the number is typed.
  if (Number(rows) >= 20) await ask.getByRole("textbox").fill(rows);
  await ask.getByRole("button", { name: "Undo the changes" }).click();
  await expect(page.getByText(/records? (is|are) as before/).first()).toBeVisible({ timeout: 30_000 });
});

test("the keyboard selects a span, and Escape lets go", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/students?status=GRADUATED");
  await expect(page.locator("[data-table=students] tbody .sel input").first()).toBeVisible();
  await numbers(page, "students").first().focus();
  await page.keyboard.press("x");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+X");
  await expect(bulk(page)).toContainText("4 rows selected");
  await page.keyboard.press("Escape");
  await expect(bulk(page)).toBeHidden();
});

test("a view keeps filters, order and columns, opens by its link, and opens the list", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/teachers?status=ACTIVE&sort=-since");
  const name = `Long with us ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Save this view…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Open this list with it").check();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText("View saved").first()).toBeVisible();

  await open(page, "/teachers");
  await expect(page).toHaveURL(/\/teachers\?sort=-since&status=ACTIVE&view=off$/);
  await page.getByRole("button", { name: "Views" }).click();
  await expect(page.getByRole("link", { name: new RegExp(name) })).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: "Everything", exact: true }).click();
  await expect(page).toHaveURL(/\/teachers\?view=off$/);

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("View removed").first()).toBeVisible();
  await open(page, "/teachers");
  await expect(page).toHaveURL("/teachers");
});

test("rarer filters come when they are asked for, and stand as chips", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/students");
  await page.getByRole("button", { name: "More filters" }).click();
  await page.locator("summary", { hasText: "Year of birth" }).click();
  const born = page.locator("details", { hasText: "Year of birth" });
  await born.getByLabel("From").fill("1999");
  await born.getByLabel("To").fill("2001");
  await born.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL("/students?born=1999-2001");
  await expect(page.locator(".dt-chips")).toContainText("Year of birth: 1999-2001");
  await page.locator(".dt-chips a").click();
  await expect(page).toHaveURL("/students");
});

// A long one comes from the worker (tests/integration/people/lists.test.ts): the small campus has none.
test("a list leaves as a workbook at once, as shown or with all its columns", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/staff?status=ACTIVE");
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excel, as shown" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^staff-\d{4}-\d\d-\d\d\.xlsx$/);

  await open(page, "/students?status=ACTIVE&size=25");
  await page.getByRole("button", { name: "Export" }).click();
  const next = page.waitForEvent("download");
  await page.locator(".dt-menu").getByText("Excel, all columns").click();
  expect((await next).suggestedFilename()).toMatch(/^students-\d{4}-\d\d-\d\d\.xlsx$/);
});

test("a list of teachers is loaded with its problems shown, and taken back", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/teachers/import");
  const family = `TEST${String.fromCharCode(...Array.from({ length: 6 }, () => 65 + Math.floor(Math.random() * 26)))}`;
  const csv = [
    "Family name,Personal name,Degree,Department,Start date",
    `${family},SOKHA,Master,LFAC,01/09/2024`,
    `${family},BORA,Wizard,LFAC,01/09/2024`,
  ].join("\n");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "teachers.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.waitForURL(/\/teachers\/import\/\d+$/);
  await page.getByRole("button", { name: "Check the list" }).click({ timeout: 30_000 });
  await expect(page.getByText("is no degree").first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: /^Load 1/ }).click();
  await page.getByRole("dialog").getByRole("button").last().click();
  await expect(page.getByText("The list is loaded").first()).toBeVisible({ timeout: 30_000 });
  await open(page, `/teachers?q=${family}`);
  await expect(numbers(page, "teachers")).toHaveCount(1);
  await page.goBack();
  await settled(page);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.getByRole("dialog").getByRole("button").last().click();
  await expect(page.getByText("was taken back").first()).toBeVisible({ timeout: 30_000 });
  await open(page, `/teachers?q=${family}`);
  await expect(numbers(page, "teachers")).toHaveCount(0);
});

test("on a phone the lists of teachers and staff are lines, in Khmer too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, "registrar");
  for (const path of ["/teachers", "/staff"]) {
    await open(page, path);
    await expect(numbers(page, path.slice(1)).first()).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
});
