import { expect as expectSoon, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

// A search takes some seconds, and each step of a change set a second or two, on a busy machine a little more.
const expect = expectSoon.configure({ timeout: 60_000 });

test.describe.configure({ timeout: 180_000 });

const rows = (page: Page) => page.locator("[data-table=proposal-items] tbody tr");

/** Asks for a draft of what has no times yet, of the term that needs it most. */
async function startDraft(page: Page): Promise<void> {
  await page.goto("/timetable/proposals/new");
  await settled(page);
  await page.getByLabel("What is placed").selectOption("missing");
  await page.getByLabel("Longest search, in minutes").fill("1");
  await page.getByRole("button", { name: "Have it proposed" }).click();
  await page.waitForURL(/\/timetable\/proposals\/\d+$/);
}

test("a draft is searched for, decided, changed by hand, applied and taken back", async ({ page }) => {
  await signInAs(page, "registrar");
  await startDraft(page);
  const draft = page.url();
  await expect(page.getByText("To be decided", { exact: true })).toBeVisible();
  await settled(page);
  // The proof by the tables: nothing of a fresh draft breaks a hard rule.
  await expect(page.getByText("The timetable has changed since")).toHaveCount(0);

  await page.goto(`${draft}?show=placed`);
  await settled(page);
  expect(await rows(page).count()).toBeGreaterThan(1);
  await rows(page).nth(0).getByRole("checkbox").check();
  await rows(page).nth(1).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(rows(page).nth(0)).toContainText("Accepted");
  await expect(rows(page).nth(1)).toContainText("Accepted");

  await rows(page).nth(1).getByRole("link").first().click();
  await page.waitForURL(/\/proposals\/\d+\/\d+$/);
  await settled(page);
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toBeVisible();
  await settled(page);

  await page.goto(`${draft}?show=ACCEPTED`);
  await settled(page);
  await expect(rows(page)).toHaveCount(1);
  await rows(page).nth(0).getByRole("link").first().click();
  await page.waitForURL(/\/proposals\/\d+\/\d+$/);
  await settled(page);
  const part = page.url();
  await page
    .getByRole("button", { name: /^Change / })
    .first()
    .click();
  const change = page.getByRole("dialog");
  // Five on a Sunday morning is free for everybody.
  await change.getByLabel("Weekday").selectOption("7");
  await change.getByLabel("Begin").fill("05:00");
  await change.getByLabel("End").fill("06:00");
  await change.getByRole("button", { name: "Change the time" }).click();
  await expect(change).toBeHidden();
  await expect(page.getByText("Sun 05:00–06:00")).toBeVisible();

  await page.goto(draft);
  await settled(page);
  await page.getByRole("button", { name: "Apply 1 part" }).click();
  await page.waitForURL(/\/change-sets\/\d+$/);
  const set = page.url();
  const apply = page.getByRole("button", { name: /^Apply \d+ changes$/ });
  await expect(apply).toBeVisible();
  await settled(page);
  await confirm(page, /^Apply \d+ changes$/, /^Apply/);
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeVisible();
  await page.goto(part);
  const now = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Where it stands now" }) });
  await expect(now).toContainText("Sun 05:00–06:00");

  await page.goto(set);
  await settled(page);
  await confirm(page, "Undo", "Undo the changes");
  await expect(page.getByText(/^\d+ records are as before\.$/)).toBeVisible();
  await page.goto(part);
  await expect(now).toContainText("It has no weekly times yet.");
  await page.goto(draft);
  await settled(page);
  await page.getByRole("button", { name: "Lay aside" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Lay aside" }).click();
  await expect(page.getByText("Laid aside", { exact: true })).toBeVisible();
});

/** Presses a button that asks, types the number that a large change wants, and answers. */
async function confirm(page: Page, button: string | RegExp, answer: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  const typed = dialog.getByRole("textbox");
  if ((await typed.count()) > 0) {
    const asked = (await dialog.innerText()).match(/Type (\d+) to confirm/)?.[1];
    await typed.fill(asked ?? "");
  }
  await dialog.getByRole("button", { name: answer }).click();
}
