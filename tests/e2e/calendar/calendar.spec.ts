import { expect as expectSoon, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

// The worker takes each step up within a second or two, on a busy machine a little later.
const expect = expectSoon.configure({ timeout: 20_000 });
test.describe.configure({ timeout: 120_000 });

/** A number that no other run has used. */
const RUN = String(Date.now()).slice(-7);
const letters = Array.from(RUN, (digit) => "ABCDEFGHIJ"[Number(digit)]).join("");
/** A day far away of this run alone. */
const farDay = () =>
  new Date(Date.UTC(2100, 0, 1) + Math.floor(Math.random() * 200_000) * 86_400_000)
    .toISOString()
    .slice(0, 10);
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Presses a button that asks, and answers. */
async function confirm(page: Page, button: string, answer: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("dialog").getByRole("button", { name: answer }).click();
}

test("a term is filled in from the last of its type, told what is wrong, and moved with its tests", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  await open(page, "/terms/new?type=ENG_B");
  const code = `X${letters}`;
  await expect(page.getByLabel("First day", { exact: true })).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  const start = farDay();
  await page.getByLabel("Code").fill(code.toLowerCase());
  await page.getByLabel("Name in English").fill(`Term ${code}`);
  await page.getByLabel("Name in Khmer").fill("ឆមាសសាកល្បង");
  await page.getByLabel("First day", { exact: true }).fill(start);
  await page.getByLabel("Last day", { exact: true }).fill(later(start, 83));
  await page.getByRole("button", { name: "Create the term" }).click();
  // The deadlines are those of the term before: they lie outside.
  const summary = page.getByRole("alert").first();
  await expect(summary).toContainText("This day lies outside of the term");
  for (const [label, days] of [
    ["Registration opens", -30],
    ["Registration closes", 7],
    ["Early discount ends", 7],
    ["Last day to add a class", 7],
    ["Last day to drop a class", 14],
    ["Payment due", 28],
  ] as const)
    await page.getByLabel(label).fill(later(start, days));
  await page.getByRole("button", { name: "Create the term" }).click();
  await page.waitForURL(new RegExp(`/terms/${code}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Term ${code}`);

  await settled(page);
  await page.getByRole("button", { name: "Put in the usual days" }).click();
  await expect(page.getByText("For every language class of the term")).toHaveCount(2);

  await page.getByRole("link", { name: "Change dates" }).click();
  await page.waitForURL(/\/edit$/);
  await settled(page);
  await page.getByLabel("Last day", { exact: true }).fill(later(start, 90));
  await page.getByRole("button", { name: "Save the term" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("No class hangs on this term");
  await expect(dialog).toContainText("Final test");
  await dialog.getByRole("button", { name: "Change the dates" }).click();
  await page.waitForURL(new RegExp(`/terms/${code}$`));
  await expect(page.getByText("13 weeks")).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  await page.waitForURL(/\/history$/);
  await expect(page.getByRole("main")).toContainText("Last day");

  await open(page, `/terms?q=${code}`);
  await expect(page.locator("[data-table=terms] tbody tr")).toHaveCount(1);
});

test("a holiday is added, taken back and put in force again", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/holidays?year=2031");
  const name = `Holiday ${letters}`;
  await page.getByRole("button", { name: "New holiday" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name in English").fill(name);
  await dialog.getByRole("button", { name: "Save the holiday" }).click();
  await expect(dialog).toContainText("Give the name in English and in Khmer.");
  await dialog.getByLabel("Name in Khmer").fill("បុណ្យសាកល្បង");
  await dialog.getByLabel("First day").fill("2031-05-05");
  await dialog.getByRole("button", { name: "Save the holiday" }).click();
  await expect(dialog).toBeHidden();
  const line = page.getByRole("listitem").filter({ hasText: name });
  await expect(line).toContainText("5 May 2031");
  await line.getByRole("button", { name: "Take back" }).click();
  await expect(line).toContainText("Taken back");
  await line.getByRole("button", { name: "Put in force" }).click();
  await expect(line).not.toContainText("Taken back");
  await line.getByRole("button", { name: "Take back" }).click();
  await expect(line).toContainText("Taken back");
});

test("the holidays of a year are pasted, checked, loaded and taken back", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/holidays/import");
  await page.getByText("Or paste rows").click();
  await page
    .getByRole("textbox", { name: "Rows" })
    .fill(
      `First day\tHoliday\tKhmer name\n14/04/2030\tNew Year ${letters}\tចូលឆ្នាំថ្មី\n31/02/2030\tNo Day ${letters}\tគ្មាន`,
    );
  await page.getByRole("button", { name: "Use these rows" }).click();
  await page.waitForURL(/\/holidays\/import\/\d+$/);
  await page.getByRole("button", { name: "Check the list" }).click();
  const problems = page.locator("[data-table=import-problems] tbody tr");
  await expect(problems).toHaveCount(1);
  await expect(problems).toContainText("31/02/2030");
  await settled(page);
  await confirm(page, "Load 1 row", "Load the list");
  await expect(page.getByText("The list is loaded").first()).toBeVisible();
  const set = page.url();
  await open(page, "/holidays?year=2030");
  await expect(page.getByText(`New Year ${letters}`)).toBeVisible();
  await open(page, set);
  await page.getByRole("button", { name: /Take back|Undo/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button").last().click();
  await expect(page.getByText("The import was taken back")).toBeVisible();
  await open(page, "/holidays?year=2030");
  await expect(page.getByText(`New Year ${letters}`)).toBeHidden();
});

test("a scale gets a version, which is taken back", async ({ page }) => {
  await signInAs(page, "academic_director");
  await open(page, "/scales/new?kind=LANGUAGE_IEAP");
  await page.getByLabel("Name of the version").fill(`IEAP ${letters}`);
  await page.getByLabel("In force from").fill(farDay());
  await page.getByLabel("From, row 1").fill("55");
  await page.getByRole("button", { name: "Create the version" }).click();
  // A is now below B and still worth more.
  await expect(page.getByText("A higher letter may not be worth less than this one.").first()).toBeVisible();
  await page.getByLabel("From, row 1").fill("92");
  await page.getByRole("button", { name: "Create the version" }).click();
  await page.waitForURL(/\/scales\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`IEAP ${letters}`);
  await settled(page);
  await confirm(page, "Take back", "Take the version back");
  await page.waitForURL(/\/scales$/);
  await expect(page.getByText(`IEAP ${letters}`)).toBeHidden();
});

test("a template makes one hundred percent in each session, and ends", async ({ page }) => {
  await signInAs(page, "academic_director");
  await open(page, "/part-templates/new");
  const first = farDay();
  await page.getByLabel("Programme").selectOption({ label: "IELTS · IELTS Preparation" });
  await page.getByLabel("From level").selectOption("3");
  await page.getByLabel("To level").selectOption("3");
  await page.getByLabel("In force from").fill(first);
  await page.getByLabel("Name in English", { exact: true }).fill(`Template ${letters}`);
  await page.getByLabel("Name in Khmer", { exact: true }).fill("គំរូសាកល្បង");
  await page.getByLabel("Name in English, part 1").fill("Core");
  await page.getByLabel("Name in Khmer, part 1").fill("ផ្នែកស្នូល");
  await page.getByLabel("Share %, part 1").fill("60");
  await page.getByRole("checkbox", { name: "Mon" }).check();
  await expect(page.getByText("60 % together")).toBeVisible();
  await page.getByRole("button", { name: "Create the template" }).click();
  await expect(page.getByText("The parts of session 1 make 60 percent.").first()).toBeVisible();
  await page.getByRole("button", { name: "Add a part" }).click();
  await page.getByLabel("Name in English, part 2").fill("Lab");
  await page.getByLabel("Name in Khmer, part 2").fill("ការអនុវត្ត");
  await page.getByLabel("Share %, part 2").fill("40");
  await page.getByRole("button", { name: "Create the template" }).click();
  await page.waitForURL(/\/part-templates\/\d+$/);
  await expect(page.getByRole("main")).toContainText("40 %");
  await settled(page);
  await page.getByRole("button", { name: "Take out of use" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("First day without it").fill(later(first, 1));
  await dialog.getByRole("button", { name: "Take it out of use" }).click();
  await expect(dialog).toBeHidden();
});

test("key dates stand on every home", async ({ page }) => {
  for (const [role, home] of [
    ["student", "/my"],
    ["teacher", "/teach"],
    ["registrar", "/home"],
    ["academic_director", "/home"],
    ["cashier", "/home"],
    ["finance_manager", "/home"],
    ["admissions_officer", "/home"],
    ["auditor", "/home"],
    ["admin", "/home"],
    ["operator", "/home"],
  ] as const) {
    await page.context().clearCookies();
    await signInAs(page, role);
    await page.goto(home);
    const section = page.getByRole("region", { name: "Key dates" });
    await expect(section, role).toBeVisible();
    await expect(section.getByRole("listitem").first(), role).toBeVisible();
  }
});
