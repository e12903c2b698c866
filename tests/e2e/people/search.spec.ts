import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const box = (page: Page) => page.locator("[cmdk-input]");
const group = (page: Page, name: string) => page.getByRole("group", { name });

async function openPalette(page: Page) {
  await settled(page);
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
}

/** A name on file with a long personal name, and the same with two letters swapped. */
async function someName(page: Page) {
  const { rows } = (await (await page.request.get("/api/v1/people/search?q=sok&limit=50")).json()) as {
    rows: { number: string; familyName: string; personalName: string; khmerFamilyName: string | null }[];
  };
  const row = rows.find(({ personalName }) => /^[A-Z]{7,}$/.test(personalName));
  if (!row) throw new Error("nobody of the campus has a long name");
  const { personalName: name, familyName } = row;
  const at = [...name].findIndex((letter, i) => i > 1 && letter !== name[i + 1]);
  const slip = name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
  return { ...row, full: `${familyName} ${name}`, slip: `${familyName} ${slip}` };
}

test("people, with a slip of the pen, by the keyboard alone", async ({ page }) => {
  await signInAs(page, "registrar");
  const { full, slip } = await someName(page);
  await openPalette(page);
  await page.keyboard.type(slip.toLowerCase());
  const first = group(page, "Students").getByRole("option").first();
  await expect(first).toContainText(full);
  await expect(first).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/students\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(full);
});

test("one request a pause, and the older one is cancelled", async ({ page }) => {
  await signInAs(page, "registrar");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/search?"))
      asked.push(new URL(request.url()).searchParams.get("q") ?? "");
  });
  await openPalette(page);
  await page.keyboard.type("sok dara", { delay: 15 });
  await expect(group(page, "Students")).toBeVisible();
  expect(asked.at(-1)).toBe("sok dara");
  expect(asked.length).toBeLessThan(4);
});

test("classes, courses, teachers, and the list of everybody who fits", async ({ page }) => {
  await signInAs(page, "registrar");
  await openPalette(page);
  await page.keyboard.type("gesl05");
  await expect(group(page, "Classes").getByRole("option").first()).toContainText("GESL-05");
  await expect(group(page, "Courses").getByRole("option").first()).toContainText("GESL-05");
  await box(page).fill("sok");
  await expect(group(page, "Teachers and staff").getByRole("option").first()).toContainText("SOK");
  await page.getByRole("option", { name: "Show all matching students" }).click();
  await page.waitForURL("**/students?q=sok");
});

test("what was opened lately stands there first, and goes with the sign-out", async ({ page }) => {
  await signInAs(page, "registrar");
  const { number, full } = await someName(page);
  await page.goto(`/students/${number}/history`);
  await page.waitForFunction(() => localStorage.getItem("naga.recent")?.includes("/students/"));
  await page.goto("/classes");
  await openPalette(page);
  const recent = group(page, "Opened lately").getByRole("option");
  await expect(recent.first()).toContainText(full);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/students/${number}`);
  await openPalette(page);
  await page.keyboard.type("sign out");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/sign-in**");
  expect(await page.evaluate(() => localStorage.getItem("naga.recent"))).toBeNull();
});

test("actions: the look of the screen, a new student", async ({ page }) => {
  await signInAs(page, "registrar");
  await openPalette(page);
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await openPalette(page);
  await page.keyboard.type("appearance as");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "system");
  await openPalette(page);
  await page.keyboard.type("new stu");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/students/new");
});

test("typing into the box of the header goes on in the palette, on a phone too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, "registrar");
  await page.goto("/classes");
  await settled(page);
  const entry = page.locator("input[data-search-entry]");
  await entry.click();
  await page.keyboard.type("sok", { delay: 60 });
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue("sok");
  await expect(group(page, "Students").getByRole("option").first()).toContainText("SOK");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  const problems = await new AxeBuilder({ page }).include("dialog[open]").analyze();
  expect(problems.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(entry).toHaveValue("");
});

test("a cashier finds students without a record, and nobody who teaches; a student finds nobody", async ({
  page,
}) => {
  await signInAs(page, "cashier");
  await openPalette(page);
  await page.keyboard.type("sok");
  await expect(group(page, "Students").getByRole("option").first()).toContainText("SOK");
  await expect(group(page, "Teachers and staff")).toHaveCount(0);
  await group(page, "Students").getByRole("option").first().click();
  await page.waitForURL(/\/students\?q=\d+$/);

  await page.context().clearCookies();
  await signInAs(page, "student");
  const answer = await page.request.get("/api/v1/search?q=sok");
  expect(await answer.json()).toEqual({ groups: [], all: null });
  await settled(page);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("dark");
  await expect(page.getByRole("option", { name: "Dark appearance" })).toBeVisible();
});
