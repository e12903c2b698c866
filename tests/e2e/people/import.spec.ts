import { readFileSync } from "node:fs";
import { expect as expectSoon, type Page, test } from "@playwright/test";
import { signInAsNobodyElse } from "../own-account";
import { signInAs } from "../sign-in-as";

// The worker takes each step up within a second or two, on a busy machine a little later.
const expect = expectSoon.configure({ timeout: 20_000 });

// The first test walks through six jobs one after the other.
test.describe.configure({ mode: "serial", timeout: 120_000 });

/** A name that no other run has used: letters of the moment. */
const family = `IMPORT${Array.from(String(Date.now()).slice(-8), (digit) => "ABCDEFGHIJ"[Number(digit)]).join("")}`;
const list = (rows: string[]) =>
  Buffer.from(["Family name,Personal name,ភេទ,Date of birth,Major", ...rows].join("\n"));
const file = (rows: string[]) => ({ name: "new students.csv", mimeType: "text/csv", buffer: list(rows) });

/** Sends a list; again when the page was not listening yet. */
async function send(page: Page, given: ReturnType<typeof file>): Promise<void> {
  await page.goto("/students/import");
  await expect(async () => {
    await page.setInputFiles("input[type=file]", given);
    await page.waitForURL(/\/students\/import\/\d+$/, { timeout: 6_000 });
  }).toPass();
}

/** Presses a button that asks, and answers. */
async function confirm(page: Page, button: string, answer: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await dialog.getByRole("button", { name: answer }).click();
}

test("a list is sent, matched, checked, loaded and taken back", async ({ page }) => {
  await signInAs(page, "registrar");
  await send(
    page,
    file([
      `${family},DARA,F,28/02/2004,TESOL`,
      `${family},BORA,ប្រុស,31/02/2004,TESOL`,
      `${family},NARY,ស្រី,01/01/2003,IR`,
    ]),
  );
  await page.getByRole("button", { name: "Check the list" }).click();
  const problems = page.locator("[data-table=import-problems] tbody tr");
  await expect(problems).toHaveCount(1);
  await expect(problems).toContainText("31/02/2004");
  await page.getByRole("link", { name: "See every change" }).click();
  await expect(page.getByRole("heading", { name: "What changes" })).toBeVisible();
  await page.getByRole("link", { name: "Import of students" }).click();

  await confirm(page, "Load 2 rows", "Load the list");
  await expect(page.getByText("The list is loaded").first()).toBeVisible();
  const imported = page.url();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Rejected rows with reasons" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("new students - rejected rows.csv");
  expect(readFileSync(await download.path(), "utf8")).toContain(`${family},BORA,ប្រុស,31/02/2004,TESOL,`);

  await page.goto(`/students?q=${family}`);
  await expect(page.locator("[data-table=students] tbody tr").filter({ hasText: family })).toHaveCount(2);

  await page.goto(imported);
  await confirm(page, "Undo", "Undo the changes");
  await expect(page.getByText("The import was taken back").first()).toBeVisible();
  await page.goto(`/students?q=${family}`);
  await expect(page.locator("[data-table=students] tbody tr").filter({ hasText: family })).toHaveCount(0);
});

test("a file that is no table is refused with a sentence, and the page takes the next one", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  await page.goto("/students/import");
  const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  await expect(async () => {
    await page.setInputFiles("input[type=file]", { name: "list.csv", mimeType: "text/csv", buffer: picture });
    await expect(page.getByText("This is no table.").first()).toBeVisible({ timeout: 4_000 });
  }).toPass();
  await send(page, { ...file([]), buffer: Buffer.from("Family name,Personal name\n") });
  await expect(page.getByText("There are headings, but no rows below them.").first()).toBeVisible();
});

test("the end of a job is told on whatever page the person is, once", async ({ page }) => {
  // Every page of an account tells the end of its jobs, also those that other tests have open.
  await signInAsNobodyElse(page, "registrar");
  // As if the page had been left before the end: it cannot say that it showed it.
  await page.route("**/api/v1/jobs/mine/seen", (route) =>
    page.url().includes("/students/import") ? route.abort() : route.continue(),
  );
  await send(page, file([`${family},LATER,F,28/02/2004,TESOL`]));
  await expect(page.getByRole("button", { name: "Check the list" })).toBeVisible();
  await page.goto("/students");
  await expect(page.getByText("Done: Reading a list · new students.csv").first()).toBeVisible();
  await page.reload();
  // Longer than the notices wait for an idle page.
  await page.waitForResponse((answer) => answer.url().endsWith("/api/v1/jobs/mine"));
  await expect(page.getByText("Done: Reading a list")).toHaveCount(0);
});

test("the template downloads with headings in both languages", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/students/import");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Template CSV" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain("Gender / ភេទ");
});
