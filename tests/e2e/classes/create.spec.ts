import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

/** Makes a class of a bachelor course at night in the last bachelor term, and stays on its page. */
async function createClass(page: Page, course: string, kind?: string): Promise<string> {
  await page.goto(`/classes/new?course=${course}`);
  await settled(page);
  const term = page.getByLabel("Term");
  const value = await term.locator("option", { hasText: "Bachelor" }).last().getAttribute("value");
  await term.selectOption(value ?? "");
  await page.getByLabel("Time of day").selectOption("NIGHT");
  if (kind) {
    await page.getByLabel("Kind").selectOption(kind);
    await page.getByLabel("Seats").fill("15");
  }
  await expect(page.getByRole("region", { name: "What will be made" })).toContainText("100 %");
  await page.getByRole("button", { name: "Create class" }).click();
  await page.waitForURL(/\/classes\/\d+$/);
  await settled(page);
  return new URL(page.url()).pathname;
}

async function withReason(page: Page, submit: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The test asks for it");
  await dialog.getByRole("button", { name: submit, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test.describe("making a class", () => {
  test("a draft gets its parts, whose weights make one, and is scheduled", async ({ page }) => {
    await signInAs(page, "registrar");
    const path = await createClass(page, "ACCT-320");
    await expect(page.getByRole("main")).toContainText("Draft");

    await page.goto(`${path}/parts`);
    await settled(page);
    await page.getByRole("button", { name: "Add part" }).click();
    const added = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: page.getByLabel("Weight") })
      .last();
    await added.getByLabel("Name in English").fill("Laboratory");
    await added.getByLabel("Name in Khmer").fill("ការអនុវត្ត");
    await added.getByLabel("Weight").fill("0.3");
    await expect(page.getByText("Sum 1.300: it must make 1.000")).toBeVisible();
    await page.getByRole("button", { name: "Save parts" }).click();
    await expect(page.locator("[data-slot=alert][role=alert]")).toContainText("weigh 1.300 together");
    await page.getByLabel("Weight").first().fill("0.7");
    await expect(page.getByText("Sum 1.000 of 1.000")).toBeVisible();
    await page.getByRole("button", { name: "Save parts" }).click();
    await expect(page.getByText("Not saved yet")).toBeHidden();
    await page.reload();
    await expect(page.getByLabel("Name in English")).toHaveCount(2);

    await page.goto(path);
    await settled(page);
    await page.getByRole("button", { name: "Change status" }).click();
    await page.getByRole("dialog").getByLabel("New status").selectOption("SCHEDULED");
    await withReason(page, "Change status");
    await expect(page.getByRole("main")).toContainText("Scheduled");
    await page.getByRole("button", { name: "Change status" }).click();
    await expect(page.getByRole("dialog")).toContainText("Not now");
    await expect(page.getByRole("dialog")).toContainText("The term begins on");
  });

  test("a reading class says its tier and becomes a standard class", async ({ page }) => {
    await signInAs(page, "registrar");
    await createClass(page, "BANK-301", "READING");
    const reading = page.getByRole("region", { name: "Reading class" });
    await expect(reading).toContainText("Being planned");
    await reading.getByRole("button", { name: "Convert to standard class" }).click();
    await withReason(page, "Convert to standard class");
    await expect(reading).toBeHidden();
  });

  test("two classes are taught together and apart again", async ({ page }) => {
    await signInAs(page, "registrar");
    const path = await createClass(page, "ACCT-320");
    await createClass(page, "ECON-310");
    await page.goto(`${path}/combined?q=ECON-310`);
    await settled(page);
    await page
      .getByRole("button", { name: /^Combine with ECON-310/ })
      .first()
      .click();
    await withReason(page, "Combine classes");
    await expect(page.getByRole("button", { name: /^Split off ECON-310/ })).toBeVisible();
    await page.getByRole("button", { name: /^Split off ECON-310/ }).click();
    await withReason(page, "Split class off");
    await expect(page.getByText("This class is taught on its own.")).toBeVisible();
  });
});

test("a group of seniors is formed, grows, and takes its first step", async ({ page }) => {
  await signInAs(page, "academic_director");
  await page.goto("/students?status=ACTIVE");
  const numbers = (await page.getByRole("main").innerText()).match(/\b\d{5}\b/g) ?? [];
  const [first, second] = [...new Set(numbers)].slice(-2);
  await page.goto("/project-groups/new");
  await settled(page);
  const title = `A study of ${Date.now()}`;
  await page.getByLabel("Course").selectOption({ index: 1 });
  const term = page.getByLabel("Term");
  const value = await term.locator("option", { hasText: "Bachelor" }).last().getAttribute("value");
  await term.selectOption(value ?? "");
  await page.getByLabel("Title of the project").fill(title);
  await page.getByLabel("Student numbers").fill("99999999");
  await page.getByRole("button", { name: "Form group" }).click();
  await expect(page.locator("[data-slot=alert][role=alert]")).toContainText(
    "There is no student with this number",
  );
  await page.getByLabel("Student numbers").fill(first ?? "");
  await page.getByRole("button", { name: "Form group" }).click();
  await page.waitForURL(/\/project-groups\/\d+$/);
  await settled(page);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();

  await page.getByRole("button", { name: "Add student" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Student number").fill(second ?? "");
  await dialog.getByRole("button", { name: "Add student" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Students" })).toContainText("2 / 5");

  await page.getByRole("button", { name: "Choose advisor" }).click();
  await dialog.getByRole("combobox").fill("chea");
  await dialog.getByRole("option").first().click();
  await dialog.getByRole("button", { name: "Save advisor" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Next step" }).click();
  await dialog.getByLabel("Step").selectOption("APPROVED");
  await withReason(page, "Save step");
  await expect(page.getByRole("region", { name: "Steps" })).not.toContainText("ApprovedNot reached yet");
  await expect(page.getByRole("main").locator("header")).toContainText("Approved");
});
