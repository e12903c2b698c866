import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

/** A code that no other run of the suite made: letters of the time. */
const newCode = () => `TRY-${Date.now().toString(36).slice(-6).toUpperCase()}`;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

async function createCourse(page: Page, code: string): Promise<void> {
  await open(page, "/courses/new");
  await page.getByLabel("Code").fill(code.toLowerCase());
  await page.getByLabel("Title", { exact: true }).fill(`Course ${code}`);
  await page.getByRole("button", { name: "Create course" }).click();
  await expect(page).toHaveURL(new RegExp(`/courses/${code}$`));
  await settled(page);
}

/** Finds a course in a box and takes the first hit with the keyboard. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label });
  await box.fill(text);
  await expect(page.getByRole("option").filter({ hasText: text }).first()).toBeVisible();
  await box.press("Enter");
}

test("a director makes a course, says what comes first, and is told of a circle", async ({ page }) => {
  await signInAs(page, "academic_director");
  const [first, second] = [newCode(), `${newCode()}B`];
  await createCourse(page, first);
  await createCourse(page, second);

  await page.getByRole("link", { name: "Prerequisites and equivalents" }).click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("button", { name: "Add: passed before" }).click();
  await choose(page, "Which course?", first);
  await page.getByLabel(`Lowest letter for ${first}`).selectOption("C");
  await choose(page, "Another course that would do", "ENGL-101");
  await page.getByRole("button", { name: "Save prerequisites" }).click();
  await expect(page.getByText("C or better")).toBeVisible();
  await expect(page.getByRole("link", { name: /ENGL-101/ })).toBeVisible();

  await open(page, `/courses/${first}/requisites`);
  await expect(page.getByRole("link", { name: new RegExp(second) })).toBeVisible();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("button", { name: "Add: passed before" }).click();
  await choose(page, "Which course?", second);
  await page.getByRole("button", { name: "Save prerequisites" }).click();
  await expect(page.getByRole("alert").filter({ hasText: `${first} → ${second} → ${first}` })).toBeVisible();

  await open(page, `/courses/${second}/history`);
  await expect(page.getByText("Prerequisite").first()).toBeVisible();
});

test("a new version begins on its day, and who is affected is told before", async ({ page }) => {
  await signInAs(page, "academic_director");
  const code = newCode();
  await createCourse(page, code);
  await page.getByRole("button", { name: "New version" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("No student sits in it now.")).toBeVisible();
  const year = new Date().getFullYear() + 1;
  await dialog.getByLabel("First day of the new version").fill(`${year}-02-01`);
  await dialog.getByLabel("Credits").fill("4");
  await dialog.getByLabel("Reason").fill("The council gave it four credits.");
  await dialog.getByRole("button", { name: "Make new version" }).click();
  await expect(page).toHaveURL(new RegExp(`from=${year}-02-01`));
  await expect(page.getByText("Begins later").first()).toBeVisible();
  // What has not begun is changed where it stands; what has begun is not.
  await expect(page.getByRole("button", { name: /Credits/ })).toBeVisible();
  await page.getByRole("link", { name: "Show the version of today" }).click();
  await expect(page.getByText("changed by a new version")).toBeVisible();
});

test("a course that is needed names its classes, students and programmes", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/courses?q=engl201");
  await page.getByRole("link", { name: "ENGL-201" }).click();
  await page.getByRole("link", { name: "Who is affected" }).click();
  await expect(page.getByRole("heading", { name: /Classes on offer/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Business Administration" })).toBeVisible();
  await expect(page.getByRole("link", { name: /RESM-401/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "Students who sit in the course now" })).toBeVisible();
  await expect(page.getByRole("button", { name: "New version" })).toHaveCount(0);
});

test("a wrong digit of an ISBN is found, and a textbook shows where it is used", async ({ page }) => {
  await signInAs(page, "academic_director");
  await open(page, "/textbooks");
  await page.getByRole("button", { name: "New textbook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("A book of the browser test");
  await dialog.getByLabel("ISBN").fill("978-0-306-40615-8");
  await dialog.getByRole("button", { name: "Add textbook" }).click();
  await expect(dialog.getByText("The digits do not fit together").first()).toBeVisible();
  await dialog.getByLabel("ISBN").fill("");
  await dialog.getByRole("button", { name: "Add textbook" }).click();
  await expect(page).toHaveURL(/\/textbooks\/\d+$/);
  await open(page, "/textbooks?q=Writing+with+Purpose");
  await page.getByRole("link", { name: "Writing with Purpose" }).click();
  await expect(page.getByRole("link", { name: /ENGL-101/ })).toBeVisible();
});

test("the list is taken away with the headings of the import", async ({ page }) => {
  await signInAs(page, "registrar");
  await open(page, "/courses?cycle=BA");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^courses-\d{4}-\d{2}-\d{2}\.csv$/);
  await expect(page.getByRole("link", { name: "New course" })).toHaveCount(0);
});
