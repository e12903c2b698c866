import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

/** Address of an active student of a programme; each test takes another place of the list, so that none meets another. */
async function studentOf(page: Page, programme: string, place: number): Promise<string> {
  await page.goto(`/students?status=ACTIVE&programme=${programme}&sort=number`);
  const href = await page.locator("[data-table=students] tbody a.dt-open").nth(place).getAttribute("href");
  if (!href) throw new Error(`no active student of ${programme} at ${place}`);
  return href;
}

const dialogOf = (page: Page) => page.getByRole("dialog");
const card = (page: Page, code: string) => page.locator("main li").filter({ hasText: code }).first();

test("a change of status shows the classes first, leaves the chosen ones in the same step, and ends the programme", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  const path = await studentOf(page, "BUSADMIN", 21);
  await page.goto(path);
  await settled(page);
  await page.getByRole("button", { name: "Change status" }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel("New status").selectOption("DROPPED");
  const effect = dialog.getByRole("region", { name: "What this means" });
  await expect(effect).toContainText("Academic hold");
  await expect(effect).toContainText("% of its price back");
  const boxes = effect.getByRole("checkbox", { checked: true });
  const classes = effect.getByRole("group").first().getByRole("checkbox");
  const count = await classes.count();
  expect(count).toBeGreaterThan(1);
  // One class stays, by choice.
  const kept =
    (await effect.getByRole("group").first().locator("li").first().innerText()).split(/\s/)[0] ?? "";
  await classes.first().uncheck();
  await expect(boxes).toHaveCount(count);
  await dialog.getByLabel("Reason").fill("moved to another country");
  await dialog.getByRole("button", { name: "Change status" }).click();
  await expect(page.getByText(/Status changed, \d+ class/).first()).toBeVisible();
  await page.goto(`${path}/enrolments`);
  await expect(page.locator("main tr").filter({ hasText: kept }).first()).toContainText("Enrolled");
  await page.goto(`${path}/programme`);
  await expect(card(page, "BUSADMIN")).toContainText("Dropped");
  await page.goto(path);
  await expect(page.getByRole("region", { name: "History of the status" })).toContainText(
    "moved to another country",
  );
});

test("a programme is ended with a reason that fits, taken up again, and its degree rules move later", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  const path = await studentOf(page, "BUSADMIN", 22);
  await page.goto(`${path}/programme`);
  await settled(page);
  await card(page, "BUSADMIN").getByRole("button", { name: /^End/ }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel("How it ends").selectOption("WITHDRAWN");
  await expect(dialog.getByLabel("Reason", { exact: true }).locator("option")).not.toContainText([
    "Graduated",
  ]);
  await dialog.getByLabel("Reason", { exact: true }).selectOption("FIN");
  await dialog.getByRole("button", { name: "End", exact: true }).click();
  await expect(card(page, "BUSADMIN")).toContainText("Withdrawn");
  await expect(card(page, "BUSADMIN")).toContainText("Financial reasons");
  await card(page, "BUSADMIN")
    .getByRole("button", { name: /^Take up again/ })
    .click();
  await dialog.getByLabel("Reason").fill("the family found the money");
  await dialog.getByRole("button", { name: "Take up again" }).click();
  await expect(card(page, "BUSADMIN")).toContainText("Active");
  await card(page, "BUSADMIN")
    .getByRole("button", { name: /^Newer degree rules/ })
    .click();
  await dialog.getByLabel("Reason").fill("wishes the new curriculum");
  await dialog.getByRole("button", { name: "Newer degree rules" }).click();
  await expect(page.getByText("Newer degree rules hold").first()).toBeVisible();
  // A second programme of the cycle is refused, with the first one's name.
  await page.getByRole("button", { name: "Add a programme" }).click();
  await dialog.getByLabel("Programme", { exact: true }).selectOption("TESOL");
  await dialog.getByRole("button", { name: "Add a programme" }).click();
  await expect(dialog.getByRole("alert")).toContainText("active in another programme of this cycle");
});

test("a student asks for a change of major; the director refuses one, approves another, and the journey tells it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, "student");
  await page.goto("/my/studies");
  await settled(page);
  await page.getByRole("button", { name: "Ask for a change of major" }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel("New major").selectOption("TOUR-HOSP");
  await expect(dialog).toContainText("do not belong to it");
  await dialog.getByLabel("Why").fill("wants to lead a hotel");
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText("Waits for a decision").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask for a change of major" })).toHaveCount(0);

  await page.context().clearCookies();
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInAs(page, "academic_director");
  const open = async (what: string) => {
    await page.goto("/approvals");
    await page
      .getByRole("link", { name: `Change of major: ${what}` })
      .first()
      .click();
    await expect(page.locator("main")).toContainText("Courses that do not fit");
    await settled(page);
  };
  await open("Tourism");
  await page.getByRole("button", { name: /^Refuse/ }).click();
  await dialog.getByLabel("Reason").fill("too many courses would not count");
  await dialog.getByRole("button", { name: "Refuse the request" }).click();
  await expect(page.getByText("too many courses would not count").first()).toBeVisible();
  // The one that the demo campus brings along, asked for by the office.
  await open("Teaching English");
  await page.getByRole("button", { name: /^Approve/ }).click();
  await dialog.getByRole("button", { name: "Approve the request" }).click();
  await expect(page.getByText("Approved and done")).toBeVisible();
  await page.getByRole("link", { name: "Open the result" }).click();
  await expect(page).toHaveURL(/\/programme$/);
  await expect(card(page, "TESOL")).toContainText("Active");
  await expect(card(page, "BUSADMIN")).toContainText("Transferred");
  await page.getByRole("link", { name: "Journey" }).click();
  const first = page
    .getByRole("list", { name: /^Journey of/ })
    .locator("> li")
    .first();
  await expect(first).toContainText("Changed the major");
  await expect(first).toContainText("Wants to become a teacher of English");

  await page.context().clearCookies();
  await signInAs(page, "student");
  await page.goto("/my/studies");
  await expect(page.getByRole("button", { name: "Ask for a change of major" })).toBeVisible();
  await expect(page.locator("main")).toContainText("Business Administration");
});

test("a leave is asked for by the office, granted, refuses classes in its days, and ends by a return", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  const path = await studentOf(page, "TESOL", 5);
  await page.goto(`${path}/programme`);
  await settled(page);
  await page.getByRole("button", { name: "Ask for a leave" }).click();
  const dialog = dialogOf(page);
  const far = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel("First day away").fill(far(-3));
  await dialog.getByLabel("First day back").fill(far(120));
  await dialog.getByLabel("Why").fill("treatment of the back");
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await expect(page.getByText("Waits for a decision").first()).toBeVisible();

  await page.context().clearCookies();
  await signInAs(page, "academic_director");
  await page.goto(`${path}/programme`);
  await page.getByRole("link", { name: "Open the request" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await dialog.getByRole("button", { name: "Approve the request" }).click();
  await expect(page.getByText("Approved and done")).toBeVisible();

  await page.context().clearCookies();
  await signInAs(page, "registrar");
  await page.goto(`/enrol?student=${path.split("/").pop()}`);
  await settled(page);
  await expect(page.locator("main")).toContainText("leave of absence");
  await page.goto(`${path}/journey`);
  await expect(page.getByRole("list", { name: /^Journey of/ })).toContainText("Leave of absence");
  await page.goto(`${path}/programme`);
  await settled(page);
  await page.getByRole("button", { name: "Came back" }).click();
  await dialog.getByRole("button", { name: "Enter the return" }).click();
  await expect(page.getByText("Came back early").first()).toBeVisible();
});

test("an older number is added with a reason and found at once; a number in use is refused", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  const path = await studentOf(page, "IR", 3);
  await page.goto(path);
  await settled(page);
  const dialog = dialogOf(page);
  await page.getByRole("button", { name: "Add an older number" }).click();
  await dialog.getByLabel("Older number").fill(String(Number(path.split("/").pop())));
  await dialog.getByLabel("Reason").fill("stands on the old card");
  await dialog.getByRole("button", { name: "Add the number" }).click();
  await expect(dialog.getByRole("alert")).toContainText("number of a student");
  await dialog.getByLabel("Older number").fill("old 2008 x7");
  await dialog.getByRole("button", { name: "Add the number" }).click();
  await expect(page.getByText("Older number added").first()).toBeVisible();
  await page.goto("/students?q=OLD2008X7");
  await expect(page.locator("[data-table=students] tbody a.dt-open")).toHaveAttribute("href", path);
});
