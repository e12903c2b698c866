import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

/** A class of a coming term whose timetable is complete: nothing of it is over, and nobody else's test changes it. */
async function openMeetings(page: Page): Promise<string> {
  await page.goto("/classes?status=SCHEDULED&timetable=complete&sort=-code");
  const href = await page
    .locator("tbody a[href^='/classes/'], li a[href^='/classes/']")
    .first()
    .getAttribute("href");
  const path = `${href}/meetings`;
  await page.goto(path);
  await settled(page);
  return path;
}

test.describe("the meetings of a class", () => {
  test("one is cancelled, made up for, and held after all", async ({ page }) => {
    await signInAs(page, "registrar");
    await openMeetings(page);
    const third = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: page.locator("time") })
      .nth(2);
    const id = await third.getAttribute("id");
    const line = page.locator(`#${id}`);
    await line.getByRole("button", { name: "Cancel meeting" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Cancel the meeting" }).click();
    await expect(dialog.getByText("at least 5 characters", { exact: false }).first()).toBeVisible();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The teacher is ill");
    await dialog.getByRole("button", { name: "Cancel the meeting" }).click();
    await expect(dialog).toBeHidden();
    await expect(line).toContainText("Cancelled: The teacher is ill");

    await line.getByRole("button", { name: "Make up" }).click();
    const day = await dialog.getByLabel("Day").inputValue();
    await expect(dialog.locator("optgroup").first()).toBeAttached();
    // A night hour is free for everybody.
    await dialog.getByLabel("Begins").fill("05:00");
    await dialog.getByLabel("Ends").fill("06:00");
    await expect(dialog.getByText("In the way", { exact: true })).toHaveCount(0);
    await dialog.getByRole("button", { name: "Plan the make-up" }).click();
    await expect(dialog).toBeHidden();
    await expect(line).toContainText("Made up for on");
    const makeUp = page
      .getByRole("listitem")
      .filter({ has: page.locator(`time[datetime="${day}"]`) })
      .filter({ hasText: "Makes up for" });
    await expect(makeUp).toHaveCount(1);
    await makeUp.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove the meeting" }).click();
    await expect(makeUp).toHaveCount(0);

    await line.getByRole("button", { name: "Restore" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Restore the meeting" }).click();
    await expect(line).not.toContainText("Cancelled");
  });

  test("a substitute and another room for a day stand in the list of the day's changes, and are taken back", async ({
    page,
  }) => {
    await signInAs(page, "registrar");
    const path = await openMeetings(page);
    const fifth = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: page.locator("time") })
      .nth(4);
    const id = await fifth.getAttribute("id");
    const line = page.locator(`#${id}`);
    const day = await line.locator("time").getAttribute("datetime");
    await line.getByRole("button", { name: "Substitute or room" }).click();
    const dialog = page.getByRole("dialog");
    const room = dialog.getByLabel("Room");
    const before = await room.inputValue();
    const free = dialog.locator("optgroup[label='Free'] option");
    await expect(free.first()).toBeAttached();
    const ids = await free.evaluateAll((options) => options.map((each) => (each as HTMLOptionElement).value));
    await room.selectOption(ids.find((each) => each !== before) ?? "");
    await dialog.getByLabel("Note for students").fill("Bring your laptops");
    await dialog.getByRole("button", { name: "Save the change" }).click();
    await expect(dialog).toBeHidden();
    await expect(line).toContainText("Room changed from");

    await page.goto(`/timetable/changes?day=${day}`);
    await expect(page.getByText("Bring your laptops")).toBeVisible();

    await page.goto(path);
    await settled(page);
    await line.getByRole("button", { name: "Substitute or room" }).click();
    await expect(dialog.locator("optgroup").first()).toBeAttached();
    await room.selectOption(before);
    await dialog.getByLabel("Note for students").fill("");
    await dialog.getByRole("button", { name: "Save the change" }).click();
    await expect(dialog).toBeHidden();
    await expect(line).not.toContainText("Room changed from");
  });
});

test("what is missing is found and filled in; a taken room says who is there", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.goto("/timetable/incomplete?missing=room");
  await page.locator("a[href^='/timetable/deliveries/']").first().click();
  await page.waitForURL(/\/timetable\/deliveries\/\d+/);
  await settled(page);
  const first = page.getByRole("group", { name: "Weekly time 1" });
  const room = first.getByLabel("Room");
  const taken = first.locator("optgroup[label='Taken'] option").first();
  await expect(taken).toBeAttached();
  await room.selectOption((await taken.getAttribute("value")) ?? "");
  await expect(first.getByText("is taken by").first()).toBeVisible();
  await page.getByRole("button", { name: "Save the weekly times" }).click();
  await expect(page.getByText("It cannot stand there", { exact: false }).first()).toBeVisible();
});

test("rooms and teachers that are free are found by day and hour, and lead to their week", async ({
  page,
}) => {
  await signInAs(page, "academic_director");
  await page.goto("/timetable/free");
  await page.getByLabel("Seats at least").fill("30");
  await page.getByRole("button", { name: "Find" }).click();
  await page.waitForURL(/seats=30/);
  await expect(page.getByRole("heading", { name: "Rooms at this time" })).toBeVisible();
  await page.getByRole("link", { name: "Teachers", exact: true }).last().click();
  await page.waitForURL(/what=teachers/);
  await expect(page.getByRole("heading", { name: "Teachers at this time" })).toBeVisible();
  await page.locator("a[href^='/timetable?of=teacher']").first().click();
  await page.waitForURL(/\/timetable\?of=teacher/);
});
