import { readFileSync } from "node:fs";
import { expect as expectSoon, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

// The worker takes each step up within a second or two, on a busy machine a little later.
const expect = expectSoon.configure({ timeout: 20_000 });
test.describe.configure({ mode: "serial", timeout: 120_000 });

/** A code that no other run has used. */
const CODE = `P${Array.from(String(Date.now()).slice(-7), (digit) => "ABCDEFGHIJ"[Number(digit)]).join("")}`;
const REASON = "decided by the academic board";

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Chooses a course in the picker of the dialog. */
async function pick(page: Page, label: string, code: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: label }).fill(code);
  await dialog.getByRole("option", { name: code }).first().click();
}

async function addCourse(page: Page, code: string): Promise<void> {
  await page.getByRole("button", { name: "Add a course" }).click();
  await pick(page, "Course", code);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("For catalogue dates from").fill("2031-09-01");
  await expect(dialog.getByRole("region", { name: "Who is affected" })).toContainText(
    "Nobody’s list changes",
  );
  await dialog.getByRole("textbox", { name: "Reason" }).fill(REASON);
  await dialog.getByRole("button", { name: "Add the course" }).click();
  await expect(dialog).toBeHidden();
}

const rows = (page: Page) => page.locator("main tbody tr");

test("a director makes a programme, edits it where it stands and fills its list", async ({ page }) => {
  await signInAs(page, "academic_director");
  await open(page, "/programmes/new");
  await page.getByLabel("Code", { exact: true }).fill(CODE.toLowerCase());
  await page.getByLabel("Name", { exact: true }).fill(`Programme ${CODE}`);
  await page.getByLabel("Name in Khmer").fill("កម្មវិធីសាកល្បង");
  await page.getByLabel("Cycle").selectOption({ label: "Bachelor" });
  await page.getByRole("button", { name: "Add the programme" }).click();
  await expect(page.locator("#programme-create-award-error")).toBeVisible();
  await page.getByLabel("Award").selectOption("BA");
  await page.getByRole("button", { name: "Add the programme" }).click();
  await expect(page).toHaveURL(`/programmes/${CODE}`);

  await settled(page);
  const credits = page.locator("[data-inline-field=creditsRequired]");
  await credits.getByRole("button").click();
  await credits.getByRole("textbox").fill("6");
  await credits.getByRole("textbox").press("Enter");
  await expect(credits).toContainText("Saved");

  await open(page, `/programmes/${CODE}/requirements?on=2031-09-01`);
  await addCourse(page, "ENGL-101");
  await expect(rows(page)).toHaveCount(1);
  await addCourse(page, "ENGL-102");
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole("button", { name: "Move ENGL-102" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Place").fill("1");
  await dialog.getByRole("textbox", { name: "Reason" }).fill(REASON);
  await dialog.getByLabel("For catalogue dates from").fill("2032-09-01");
  await dialog.getByRole("button", { name: "Move the course" }).click();
  await expect(dialog).toBeHidden();
  await expect(rows(page).first()).toContainText("ENGL-101");
  await open(page, `/programmes/${CODE}/requirements?on=2032-09-01`);
  await expect(rows(page).first()).toContainText("ENGL-102");

  await page.getByRole("button", { name: /Take this change back.*1 Sep 2032/ }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill(REASON);
  await dialog.getByRole("button", { name: "Take the change back" }).click();
  await expect(dialog).toBeHidden();
  await expect(rows(page).first()).toContainText("ENGL-101");

  await open(page, `/programmes/${CODE}/history`);
  await expect(page.getByText(REASON).first()).toBeVisible();
});

test("the map shows what unlocks what, by keyboard too, and is a list on a phone", async ({ page }) => {
  await signInAs(page, "academic_director");
  await open(page, `/programmes/${CODE}/map?on=2031-09-01&by=need`);
  const map = page.getByRole("region", { name: `Map of ${CODE}` });
  const first = map.getByRole("link", { name: /ENGL-101/ });
  await first.focus();
  await expect(page.locator("main")).toContainText("Unlocks: ENGL-102");
  await page.keyboard.press("ArrowRight");
  await expect(map.getByRole("link", { name: /ENGL-102/ })).toBeFocused();
  await expect(page.locator("main")).toContainText("Needs: ENGL-101");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/courses\/ENGL-102/);

  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `/programmes/${CODE}/map?on=2031-09-01&by=need`);
  await expect(map).toBeHidden();
  await expect(page.getByRole("region", { name: "Needs nothing" })).toContainText("Unlocks: ENGL-102");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("who is affected is counted, and must be confirmed", async ({ page }) => {
  await signInAs(page, "academic_director");
  await open(page, "/programmes/FIN-BANK/requirements");
  await page.getByRole("button", { name: "End ENGL-101" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("For catalogue dates from").fill("2024-01-01");
  const panel = dialog.getByRole("region", { name: "Who is affected" });
  await expect(panel).toContainText(/The lists of \d+ students change/);
  await expect(panel.getByRole("link", { name: "See these students" })).toHaveAttribute(
    "href",
    "/programmes/FIN-BANK/students?from=2024-01-01",
  );
  await dialog.getByRole("textbox", { name: "Reason" }).fill(REASON);
  await dialog.getByRole("button", { name: "End the course" }).click();
  await expect(dialog.getByText(/The change concerns \d+ students by now/).first()).toBeVisible();
  await dialog.getByLabel("For catalogue dates from").fill("2012-01-01");
  await expect(panel).toContainText(/students completed the programme/);
});

test("a list goes out as a file, comes in again, changes the degree and is taken back", async ({ page }) => {
  await signInAs(page, "academic_director");
  await open(page, `/programmes/${CODE}/requirements?on=2031-09-01`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(3);
  const turned = [lines[0], `${CODE},1,ENGL-102,`, `${CODE},2,ENGL-101,`].join("\r\n");

  await page.goto("/programmes/import");
  await expect(async () => {
    await page.setInputFiles("input[type=file]", {
      name: "degree.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(turned),
    });
    await page.waitForURL(/\/programmes\/import\/\d+$/, { timeout: 6_000 });
  }).toPass();
  await page.getByLabel("Holds from").fill("2033-09-01");
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(async () => {
    await page.getByRole("button", { name: "Load 2 rows", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.getByRole("dialog").getByRole("button", { name: "Load the list" }).click();
  await expect(page.getByText("The list is loaded").first()).toBeVisible();
  const imported = page.url();

  await open(page, `/programmes/${CODE}/requirements?on=2033-09-01`);
  await expect(rows(page).first()).toContainText("ENGL-102");
  await open(page, imported);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo the changes" }).click();
  await expect(page.getByText("The import was taken back").first()).toBeVisible();
  await open(page, `/programmes/${CODE}/requirements?on=2033-09-01`);
  await expect(rows(page).first()).toContainText("ENGL-101");
});

test("a registrar reads and changes nothing", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/programmes?q=tesol");
  await expect(page.getByRole("link", { name: "Add a programme" })).toBeHidden();
  await page.getByRole("link", { name: "TESOL", exact: true }).click();
  await expect(page.getByRole("button", { name: "Close to new students" })).toBeHidden();
  await open(page, "/programmes/FIN-BANK/requirements");
  await expect(page.getByRole("button", { name: "End ENGL-101" })).toBeHidden();
  expect((await page.goto("/programmes/new"))?.status()).toBe(403);
});
