import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const rows = (page: Page) => page.locator("[data-table=students] tbody tr");
const count = (page: Page) => page.locator("h1 span");

/** Number, Latin and Khmer name of an active student who has a Khmer name. */
async function somebody(page: Page): Promise<{ number: string; latin: string; khmer: string }> {
  await page.goto("/students?status=ACTIVE&sort=name");
  const row = rows(page)
    .filter({ has: page.locator("small[lang=km]") })
    .nth(7);
  const khmer = (await row.locator("small").innerText()).replace("*", "");
  const latin = (await row.locator("td.p").innerText()).replace(/[*\u1780-\u17ff\u200b\s]+$/u, "").trim();
  return { number: await row.locator("a.dt-open").innerText(), latin, khmer };
}

test("a student is found by number, both names in any order, and the address can be kept", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  const { number, latin, khmer } = await somebody(page);
  const swapped = latin.toLowerCase().split(" ").reverse().join("  ");
  for (const q of [number, number.replace(/^0+/, ""), latin, swapped, khmer, khmer.replace(" ", "\u200b")]) {
    await page.goto(`/students?q=${encodeURIComponent(q)}`);
    await expect(rows(page).filter({ hasText: number }), q).toHaveCount(1);
  }
  await page.goto("/students");
  await settled(page);
  await page.getByRole("searchbox", { name: "Number, name in Latin or Khmer, phone" }).fill(number);
  await expect(page).toHaveURL(`/students?q=${number}`);
  await expect(rows(page)).not.toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(latin);
});

test("filters narrow together and are taken away one by one", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students?status=ACTIVE,FROZEN&studyTime=EVENING");
  const both = await count(page).innerText();
  await expect(page.locator(".dt-chips a")).toHaveCount(4);
  await page.goto("/students");
  expect(await count(page).innerText()).not.toBe(both);
  await page.locator("button", { hasText: /^Status/ }).click();
  await page.getByRole("link", { name: "Graduated", exact: true }).click();
  await expect(page).toHaveURL("/students?status=GRADUATED");
  await expect(rows(page).first()).toContainText("Graduated");
  await page.locator(".dt-chips a").click();
  await expect(page).toHaveURL("/students");
});

test("the export holds what is filtered", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students?status=SUSPENDED&sort=number");
  const shown = await page.locator("[data-table=students] tbody a.dt-open").allInnerTexts();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("link", { name: "CSV, all columns" }).click();
  const stream = await (await downloading).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString("utf8").replace("\ufeff", "").trim().split("\r\n");
  expect(lines[0]).toMatch(/^Number,Family name,/);
  expect(lines.slice(1, shown.length + 1).map((line) => line.split(",")[0])).toEqual(shown);
});

test("a change of status says what it means, asks why, and stands in the history", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students?status=ACTIVE&sort=number&page=2");
  const path = await page.locator("[data-table=students] tbody a.dt-open").nth(20).getAttribute("href");
  await page.goto(path ?? "");
  await settled(page);
  await page.getByRole("button", { name: "Change status" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New status").selectOption("INACTIVE");
  await expect(dialog).toContainText("Takes a pause");
  await dialog.getByRole("button", { name: "Change status" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Reason");
  await dialog.getByLabel("Reason").fill("works abroad until spring");
  await dialog.getByRole("button", { name: "Change status" }).click();
  await expect(page.getByText("Status changed").first()).toBeVisible();
  await expect(page.getByText("This student is not active and cannot enrol.").first()).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  const entry = page.locator("main ol > li").first();
  await expect(entry).toContainText("Active");
  await expect(entry).toContainText("Inactive");
  await expect(entry).toContainText("works abroad until spring");
});

test("a new student gets a number, and a name on file is pointed out", async ({ page }) => {
  await signInAs(page, "registrar");
  const { latin } = await somebody(page);
  const [family = "", ...personal] = latin.split(" ");
  await page.goto("/students/new");
  await settled(page);
  const form = page.locator("form#new-student");
  await form.getByLabel("Family name", { exact: true }).fill(family);
  await form.getByLabel("Personal name", { exact: true }).fill(personal.join(" "));
  await expect(form.getByText("People with this name exist").first()).toBeVisible();
  await form.getByLabel("Programme").selectOption("GESL");
  await form.getByLabel("Entry level").fill("3");
  await form.getByRole("button", { name: "Create student" }).click();
  await page.waitForURL(/\/students\/\d{5,}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(latin);
  await page.getByRole("link", { name: "Programme", exact: true }).click();
  await expect(page.locator("main")).toContainText("General English");
});

test("results show the GPA with its why", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students?status=ACTIVE&programme=BUSADMIN&sort=number");
  await page.locator("[data-table=students] tbody a.dt-open").first().click();
  await page.waitForURL(/\/students\/\d+$/);
  await page.getByRole("link", { name: "Results" }).click();
  await page.waitForURL(/\/record$/);
  await expect(page.getByText("Cumulative GPA · BUSADMIN").first()).toBeVisible();
  await page
    .getByRole("button", { name: "Why? Cumulative GPA" })
    .or(page.getByLabel(/Cumulative GPA/))
    .first()
    .click();
  await expect(page.getByText(/quality points from \d+ courses/).first()).toBeVisible();
});

test("nobody's number is not found, and a record is no page for a cashier", async ({ page }) => {
  await signInAs(page, "registrar");
  for (const path of ["/students/99999999", "/students/abc", "/students/0", "/students/99999999/history"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  const { number: label } = await somebody(page);
  expect((await page.goto(`/students/000${label}/programme?x=1`))?.status()).toBe(200);
  await expect(page).toHaveURL(`/students/${label}/programme?x=1`);
  await page.context().clearCookies();
  await signInAs(page, "cashier");
  expect((await page.goto("/students?q=sok"))?.status()).toBe(200);
  await expect(page.locator("[data-table=students] tbody a.dt-open")).toHaveCount(0);
  const number = await rows(page).first().locator("td").first().innerText();
  expect((await page.goto(`/students/${number}`))?.status()).toBe(403);
});
