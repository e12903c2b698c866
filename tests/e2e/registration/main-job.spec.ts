import { type Browser, expect, type Page, test } from "@playwright/test";
import { signInAs } from "../sign-in-as";

test.describe.configure({ mode: "serial" });

type Role = Parameters<typeof signInAs>[1];

/** A browser of its own for a role, so that several people look at the same moment. */
async function as(browser: Browser, role: Role): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, role);
  return page;
}

/** The student's number as the student reads it. */
async function ownNumber(page: Page): Promise<string> {
  await page.goto("/my");
  const text = await page.locator("main header").innerText();
  return text.match(/Student number (\d+)/)?.[1] ?? "";
}

/** Opens the desk with the student by typing the number: no mouse. */
async function openDesk(page: Page, number: string): Promise<void> {
  await page.goto("/enrol");
  const search = page.getByRole("combobox", { name: "Student" });
  await expect(search).toBeFocused();
  // What is typed before the page is alive reaches nobody.
  await expect(async () => {
    await search.fill("");
    await page.keyboard.type(number);
    await page.getByRole("option").first().waitFor({ timeout: 2000 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox", { name: "Course code or title" })).toBeFocused();
}

/** A notice as it is seen; the live region says the same once more. */
function told(page: Page, text: string) {
  return page.getByRole("paragraph").filter({ hasText: text });
}

test("a registrar enrols a student by keyboard, takes it back, and enrols again", async ({ browser }) => {
  const student = await as(browser, "student");
  const number = await ownNumber(student);
  expect(number).toMatch(/^\d{5,}$/);

  const desk = await as(browser, "registrar");
  await openDesk(desk, number);
  await desk.keyboard.press("ArrowDown");
  const focused = desk.locator("li:focus-within");
  const name = (await focused.locator("span").first().innerText()).trim();
  await desk.keyboard.press("Enter");
  await expect(told(desk, `is enrolled in ${name}.`)).toBeVisible();
  const current = desk.getByRole("region", { name: "Classes now" });
  await expect(current.getByText(name).last()).toBeVisible();

  await desk.getByRole("button", { name: "Undo" }).click();
  await expect(told(desk, "Undone:")).toBeVisible();

  const row = desk
    .locator("li[data-class]")
    .filter({ hasText: name })
    .filter({ has: desk.locator("[data-enrol]") });
  const classId = await row.first().getAttribute("data-class");
  await row.first().locator("[data-enrol]").click();
  await expect(desk.locator(`li[data-class="${classId}"]`)).toHaveCount(0);
  await expect(current.getByText(name).last()).toBeVisible();

  await test.step("the class page shows the student", async () => {
    await desk.goto(`/classes/${classId}?q=${number}`);
    await expect(desk.locator('[data-table="roster"] tbody tr').first()).toContainText(number);
  });

  await test.step("the student sees the class and its meetings", async () => {
    await student.goto("/my");
    await expect(student.getByText(name).first()).toBeVisible();
    await desk.goto(`/classes/${classId}`);
    const day = await desk
      .locator("main time[datetime]")
      .first()
      .getAttribute("datetime", { timeout: 2000 })
      .catch(() => null);
    if (day) {
      await student.goto(`/my/timetable?week=${day}&view=list`);
      await expect(student.getByText(name).first()).toBeVisible();
    }
  });

  await test.step("leaving the class asks for a reason", async () => {
    await openDesk(desk, number);
    const mine = desk.getByRole("region", { name: "Classes now" });
    await mine
      .getByRole("button", { name: `Drop ${name}` })
      .last()
      .click();
    await desk.getByRole("radio", { name: "Enrolled by mistake" }).check();
    await desk.getByRole("button", { name: /^(Drop the class|Withdraw from the class)$/ }).click();
    await expect(told(desk, `is out of ${name}.`)).toBeVisible();
  });
});

test("a refusal says why", async ({ browser }) => {
  const student = await as(browser, "student");
  const number = await ownNumber(student);
  const desk = await as(browser, "registrar");
  await openDesk(desk, number);
  const mine = desk.getByRole("region", { name: "Classes now" });
  const code = (await mine.locator("li p").first().innerText()).trim().split(/\s/)[0] ?? "";
  await desk.getByRole("searchbox", { name: "Course code or title" }).fill(code);
  const refused = desk
    .locator("li[data-class]")
    .filter({ has: desk.locator("[data-why=refuse]") })
    .filter({ hasText: code });
  await refused.first().waitFor();
  await refused
    .first()
    .getByRole("button", { name: /^Why\?/ })
    .click();
  await expect(refused.first().locator("[popover]:popover-open li").first()).toBeVisible();
});

test("a teacher sees the roster of an own class, and no other class exists for a teacher", async ({
  browser,
}) => {
  const teacher = await as(browser, "teacher");
  await teacher.goto("/teach");
  const classes = teacher.getByRole("region", { name: /^My classes/ });
  await classes.getByRole("link").first().click();
  await teacher.waitForURL("**/teach/classes/*");
  await expect(teacher.locator('[data-table="roster"] tbody tr').first()).toBeVisible();

  const own = new URL(teacher.url()).pathname;
  const csv = await teacher.request.get(`${own.replace("/teach", "/api/v1")}/roster`);
  expect(csv.headers()["content-type"]).toContain("text/csv");

  const registrar = await as(browser, "registrar");
  await registrar.goto("/classes?q=MGMT");
  const hrefs = await registrar
    .locator('[data-table="classes"] tbody a')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const mine = new Set(
    await teacher
      .goto("/teach")
      .then(() =>
        teacher
          .locator("a[href^='/teach/classes/']")
          .evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
      ),
  );
  const foreign =
    hrefs.map((href) => `/teach${href}`).find((href) => !mine.has(href)) ?? "/teach/classes/999999";
  expect((await teacher.goto(foreign))?.status()).toBe(404);
  expect((await teacher.goto("/teach/classes/999999999"))?.status()).toBe(404);
  expect((await teacher.request.get(`${foreign.replace("/teach", "/api/v1")}/roster`)).status()).toBe(404);
});

test("a timetable goes a week on and back to this week, as grid and as list", async ({ browser }) => {
  const student = await as(browser, "student");
  await student.goto("/my/timetable");
  await expect(student.getByRole("region", { name: "Timetable of the week" })).toBeVisible();
  await student.getByRole("link", { name: "Week after" }).click();
  await student.waitForURL(/week=\d{4}-\d\d-\d\d/);
  await student.getByRole("link", { name: "This week" }).click();
  await student.waitForURL((url) => !url.searchParams.has("week"));
  await student.getByRole("link", { name: "List" }).click();
  await student.waitForURL(/view=list/);
  await expect(student.getByRole("region", { name: "Timetable of the week" })).toHaveCount(0);
});

test("several students are enrolled by their numbers, each line with its answer", async ({ browser }) => {
  const student = await as(browser, "student");
  const number = await ownNumber(student);
  const desk = await as(browser, "registrar");
  await desk.goto("/classes?seats=free&status=SCHEDULED");
  await desk.locator('[data-table="classes"] tbody a').first().click();
  await desk.waitForURL(/\/classes\/\d+/);
  await desk.getByRole("button", { name: "Enrol several" }).click();
  await desk.getByRole("textbox", { name: "Student numbers" }).fill(`${number}, 999999 ${number}`);
  await desk.getByRole("button", { name: "Enrol these students" }).click();
  await expect(desk.getByText("No such number").first()).toBeVisible();
  await expect(desk.getByText("Twice in the list").first()).toBeVisible();
});

/** Opens the desk by address, looks for the class and enrols by the button of its row, giving a reason where one is asked. */
async function enrolAnyway(desk: Page, number: string, classId: string, code: string): Promise<boolean> {
  await desk.goto(`/enrol?student=${Number(number)}`);
  await desk.getByRole("searchbox", { name: "Course code or title" }).fill(code);
  const row = desk.locator(`li[data-class="${classId}"]`);
  await row.waitFor({ timeout: 10_000 });
  const button = row.locator("[data-enrol]");
  if ((await button.count()) === 0) return false;
  await button.click();
  const reason = desk.getByRole("textbox", { name: "Reason" });
  await expect(reason.or(told(desk, "is enrolled in")).first()).toBeVisible();
  if (await reason.isVisible()) {
    await reason.fill("Shown to the teacher in a test");
    await desk.getByRole("button", { name: "Enrol in spite of the rule" }).click();
  }
  await expect(told(desk, "is enrolled in")).toBeVisible();
  return true;
}

test("who is enrolled stands on the teacher's roster and has the meetings in the timetable", async ({
  browser,
}) => {
  const [student, teacher, director] = [
    await as(browser, "student"),
    await as(browser, "teacher"),
    await as(browser, "academic_director"),
  ];
  const number = await ownNumber(student);
  await teacher.goto("/teach");
  const taught = await teacher
    .getByRole("region", { name: /^My classes/ })
    .locator("li")
    .evaluateAll((items) =>
      items.map((item) => ({
        id: item.querySelector("a")?.getAttribute("href")?.split("/").at(-1) ?? "",
        code: item.textContent?.match(/[A-Z]+-[A-Z0-9]+/)?.[0] ?? "",
      })),
    );
  let chosen = "";
  for (const { id, code } of taught) {
    if (await enrolAnyway(director, number, id, code)) {
      chosen = id;
      break;
    }
  }
  expect(chosen, "the teacher has a class that the student is not in yet").not.toBe("");

  await teacher.goto(`/teach/classes/${chosen}`);
  await expect(teacher.locator('[data-table="roster"]')).toContainText(number);
  const code =
    (await teacher.getByRole("heading", { level: 1 }).innerText()).match(/[A-Z]+-[A-Z0-9]+ [A-Z]/)?.[0] ?? "";
  expect(code).not.toBe("");

  const registrar = await as(browser, "registrar");
  await registrar.goto(`/classes/${chosen}`);
  const day = await registrar.locator("main time[datetime]").first().getAttribute("datetime");
  await student.goto(`/my/timetable?week=${day}&view=list`);
  await expect(student.getByText(code).first()).toBeVisible();
});
