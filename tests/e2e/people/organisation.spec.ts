import { expect, type Page, test } from "@playwright/test";
import { Pool } from "pg";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 1 });
test.afterAll(() => database.end());

/** Names of what a test makes, so that it can run twice on one campus. */
const mark = () => Math.random().toString(36).slice(2, 7);

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Chooses somebody in the picker of a dialog or form. */
async function pick(scope: ReturnType<Page["locator"]>, label: string, text: string): Promise<void> {
  await scope.getByRole("combobox", { name: label }).fill(text);
  await scope.getByRole("listbox").getByRole("option").first().click();
}

test("an administrator sets up a department and a position, fills it, and it is handed on and taken back", async ({
  page,
}) => {
  const id = mark();
  await signInAs(page, "admin");
  await open(page, "/departments");
  await page.getByRole("button", { name: "New department" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Code").fill(`lab-${id}`);
  await dialog.getByLabel("Name in English").fill(`Laboratory ${id}`);
  await dialog.getByLabel("Name in Khmer").fill(`មន្ទីរពិសោធន៍ ${id}`);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(`/departments/LAB-${id.toUpperCase()}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Laboratory ${id}`);

  await open(page, "/positions/new");
  await page.getByLabel("Title in English").fill(`Keeper ${id}`);
  await page.getByLabel("Title in Khmer").fill(`អ្នកថែទាំ ${id}`);
  await page.getByLabel("Department").selectOption({ label: `Laboratory ${id}` });
  await page.getByLabel("Reports to").selectOption({ label: "Rector" });
  await page.getByLabel("Authority").selectOption("2");
  await page.getByLabel("Capacity of classes").check();
  await page.getByLabel("Money").check();
  await page.getByLabel("Highest amount").fill("lots");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Write an amount as digits").first()).toBeVisible();
  await page.getByLabel("Highest amount").fill("250.00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Keeper ${id}`);
  await expect(page.locator("main")).toContainText("Capacity of classes");
  await expect(page.locator("main")).toContainText("$250.00");

  await settled(page);
  await page.getByRole("button", { name: "Assign somebody" }).click();
  await pick(dialog, "Who", "150");
  await dialog.getByLabel("Main position of this person").uncheck();
  await dialog.getByLabel("Reason").fill("appointed by the council");
  await dialog.getByRole("button", { name: "Assign" }).click();
  await expect(dialog).toHaveCount(0);
  const holders = page.getByRole("region", { name: "Holders", exact: true });
  await expect(holders.getByRole("listitem")).toHaveCount(1);

  await holders.getByRole("button", { name: /^Hand on/ }).click();
  await pick(dialog, "To whom", "157");
  await dialog.getByLabel("Last day").fill("2999-01-01");
  await dialog.getByLabel("Reason").fill("travels abroad");
  await dialog.getByRole("button", { name: "Hand on" }).click();
  await expect(holders).toContainText("Authority handed to");
  await holders.getByRole("button", { name: /^Take back/ }).click();
  await dialog.getByLabel("Reason").fill("is back earlier");
  await dialog.getByRole("button", { name: "Take back" }).click();
  await expect(holders.getByRole("button", { name: /^Hand on/ })).toBeVisible();

  await holders.getByRole("button", { name: /^End/ }).click();
  await dialog.getByLabel("Last day").fill("2020-01-01");
  await dialog.getByLabel("Reason").fill("the position is given up");
  await dialog.getByRole("button", { name: "End" }).click();
  await expect(page.getByRole("region", { name: /^Earlier holders/ })).toBeVisible();
  await expect(holders).toContainText("Nobody holds this position today");
  await page.goto("/positions");
  await expect(page.locator("main")).toContainText(`Keeper ${id}`);
});

test("a registrar sees the chart, and is told who fills high positions", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/positions");
  await page.getByRole("link", { name: "Rector", exact: true }).click();
  await expect(page.locator("main")).toContainText("is filled by an administrator");
  await expect(page.getByRole("button", { name: "Assign somebody" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
});

test("a student becomes a teacher, is qualified, and one person has two records", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/teachers/new");
  const main = page.locator("main");
  // Another student in each run: whoever became a teacher stays one.
  const { rows } = await database.query<{ number: string }>(
    `SELECT s.number_label AS number FROM student s
      WHERE s.status = 'ACTIVE' AND NOT EXISTS (SELECT FROM teacher t WHERE t.person_id = s.person_id)
        AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = s.person_id) ORDER BY random() LIMIT 1`,
  );
  await pick(main, "Find the person", rows[0]?.number ?? "");
  await page.getByLabel("Department").selectOption({ label: "Academic Faculty" });
  await page.getByRole("button", { name: "Make a teacher" }).click();
  await expect(main).toContainText("Also on file as");

  await page.getByRole("link", { name: "Qualifications" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Add department" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Department", { exact: true }).selectOption({ label: "Academic Faculty" });
  await dialog.getByLabel("Special qualification").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Say what the special qualification is").first()).toBeVisible();
  await dialog.getByLabel("What it is").fill("Ten years at a partner university");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(main).toContainText("Ten years at a partner university");
});

test("a teacher who leaves with lessons left is told which ones", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/teachers/101");
  await page.getByRole("button", { name: "Change status" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/meetings? (is|are) still to be held/);
  await dialog.getByLabel("Status").selectOption("ON_LEAVE");
  await dialog.getByLabel("Reason").fill("a long illness");
  await dialog.getByRole("button", { name: "Change" }).click();
  await expect(dialog).toContainText("would be without a teacher");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.locator("main")).toContainText("Active");
});

test("the page of rights says from which position authority comes", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/admin/users?q=PROM+RATANAK");
  await page.locator("[data-table=accounts] tbody a.dt-open").first().click();
  await page.getByRole("link", { name: "Rights" }).click();
  const authority = page.getByRole("region", { name: "Authority" });
  await expect(authority).toContainText("Head of the Academic Programme");
  await expect(authority).toContainText("names this policy");
});
