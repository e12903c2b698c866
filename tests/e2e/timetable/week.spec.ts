import { expect, type Locator, type Page, test } from "@playwright/test";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, startOfWeek } from "@/lib/platform/dates/day";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

/** A week in which nothing is over yet, and in which other tests move nothing. */
const monday = addDays(startOfWeek(campusToday()), 14);
const ROOM = "W301";

function columns(page: Page): Locator {
  return page.locator("ol[data-day]");
}

/** The first meeting of the week that may be moved. */
function firstOf(page: Page): Locator {
  return columns(page)
    .locator("li")
    .filter({ has: page.locator("[data-move]") })
    .first();
}

async function openWeek(page: Page): Promise<void> {
  await signInAs(page, "registrar");
  await page.goto(`/timetable?of=room&id=${ROOM}&week=${monday}`);
  await settled(page);
}

/** The meeting with the number, wherever it stands now. */
const byNumber = (page: Page, id: string | null) => page.locator(`ol[data-day] li[data-meeting="${id}"]`);

test("a meeting is dragged to another day, checked on the way, moved for one week, and back", async ({
  page,
}) => {
  await openWeek(page);
  const item = firstOf(page);
  const id = await item.getAttribute("data-meeting");
  const from = await item.locator("xpath=..").getAttribute("data-day");
  const sunday = columns(page).last();
  const to = await sunday.getAttribute("data-day");
  expect(to).not.toBe(from);
  await item.scrollIntoViewIfNeeded();
  const box = await item.boundingBox();
  const target = await sunday.boundingBox();
  if (!box || !target) throw new Error("nothing is drawn");
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(target.x + 30, box.y + 8, { steps: 8 });
  await expect(page.locator(".tt-ghost")).toBeVisible();
  await expect(page.locator(".tt-ghost")).not.toHaveAttribute("data-verdict", "asking");
  await page.mouse.up();

  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "This week only" }).check();
  // Five in the morning is free for everybody.
  await dialog.getByLabel("Begins").fill("05:00");
  await expect(dialog.getByText("One meeting moves.", { exact: false })).toBeVisible();
  await dialog.getByRole("button", { name: /^Move / }).click();
  await expect(dialog).toBeHidden();
  await expect(byNumber(page, id).locator("xpath=..")).toHaveAttribute("data-day", to ?? "");
  await expect(byNumber(page, id)).toContainText("05:00–");
  await expect(byNumber(page, id).getByRole("img", { name: /^Moved from / })).toBeVisible();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(byNumber(page, id).locator("xpath=..")).toHaveAttribute("data-day", from ?? "");
  await expect(byNumber(page, id).getByRole("img", { name: /^Moved from / })).toHaveCount(0);
});

test("the keys carry a meeting; a room that is taken is told and refused", async ({ page }) => {
  await openWeek(page);
  const handle = firstOf(page).locator("[data-move]");
  const room = page.getByRole("status").filter({ hasText: "Arrow keys move" });
  await handle.focus();
  await page.keyboard.press("ArrowDown");
  await expect(room).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(room).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Begins")).toBeVisible();

  // Another class of this room: its own place is taken.
  const other = columns(page).locator("li[data-meeting]").nth(1);
  const day = await other.locator("xpath=..").getAttribute("data-day");
  const time = (await other.innerText()).match(/\d\d:\d\d/)?.[0] ?? "";
  await dialog.getByRole("combobox", { name: "Day" }).selectOption(day);
  await dialog.getByLabel("Begins").fill(time);
  await dialog.getByRole("radio", { name: "This week only" }).check();
  await expect(dialog.getByRole("status")).toContainText(/taken by|meets|weekly time|another/i);
  await expect(dialog.getByRole("button", { name: /^Move / })).toBeDisabled();
  await dialog.getByRole("button", { name: "Leave it" }).click();
  await expect(dialog).toBeHidden();
});

test("a room is found by its code, and its week fits on one sheet", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/timetable");
  await settled(page);
  const search = page.getByRole("combobox", { name: "Find a room" });
  await expect(async () => {
    await search.fill("");
    await search.fill("B10");
    await page.getByRole("option").first().waitFor({ timeout: 3000 });
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/of=room&id=B1/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Room B1");
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test("the use of rooms is shown, sorted and taken away as a file", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/timetable/rooms?weeks=1");
  await expect(page.getByRole("table")).toHaveCount(2);
  await page.getByRole("link", { name: "Seats" }).click();
  await page.waitForURL(/sort=seats/);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^room-use-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
});

test("a student's calendar reads by a private address until it is taken back", async ({ page, browser }) => {
  await signInAs(page, "student");
  await page.goto("/my/timetable");
  await page.getByRole("link", { name: "Add to calendar" }).click();
  await page.waitForURL("/account/calendar");
  await settled(page);
  const label = `Phone ${Date.now()}`;
  await page.getByLabel("What it is for").fill(label);
  await page.getByRole("button", { name: "Make the address" }).click();
  const address = await page.getByLabel("Private address").inputValue();
  const path = new URL(address).pathname;
  // Somebody without a session, as a calendar is.
  const calendar = await browser.newContext();
  const read = await calendar.request.get(path);
  expect(read.status()).toBe(200);
  expect(read.headers()["content-type"]).toContain("text/calendar");
  expect(read.headers()["cache-control"]).toContain("no-store");
  expect(await read.text()).toContain("BEGIN:VEVENT");

  await page.reload();
  await expect(page.getByLabel("Private address")).toHaveCount(0);
  await page.getByRole("button", { name: `Take back ${label}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take back the address" }).click();
  await expect(page.getByRole("button", { name: `Take back ${label}` })).toHaveCount(0);
  expect((await calendar.request.get(path)).status()).toBe(404);
  await calendar.close();
});
