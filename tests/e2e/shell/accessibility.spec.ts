import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Pool } from "pg";
import type { RoleName } from "@/lib/platform/access/roles";
import { PAGES, type PageRow } from "@/tests/contract/access-matrix";
import { makeWorld, type World } from "@/tests/contract/world";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

/**
 * Every page of the access matrix, so of the system, in English on a desk and in Khmer on a phone, light and dark. A page
 * is loaded once a language; themes are switched on it. What a theme can change is asked again in the dark.
 */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];
const LANGUAGES = ["en", "km"] as const;
type Language = (typeof LANGUAGES)[number];
/** Every page is seen in both languages and at both widths; what is wrong in one pair is wrong in the other. */
const SIZES: Record<Language, { width: number; height: number }> = {
  en: { width: 1440, height: 900 },
  km: { width: 390, height: 844 },
};
/** Who looks at a page that several may open. */
const READERS: readonly RoleName[] = [
  "registrar",
  "student",
  "teacher",
  "admin",
  "auditor",
  "academic_director",
];
/** Pages that look different to others than to their first reader. */
const LOOKS: readonly [RoleName, string][] = [
  ["cashier", "/home"],
  ["cashier", "/students"],
  ["operator", "/admin/jobs"],
  ["student", "/account"],
];
/** Pages a test takes: two browsers share them evenly, and a busy machine is done in time. */
const PART = 3;

const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 1 });
let world: World;
test.beforeAll(async () => {
  world = await makeWorld(database);
});
test.afterAll(() => database.end());

function readerOf(pattern: string, { who, beyond = [] }: PageRow): RoleName {
  const may = (role: RoleName) => (who === "signed_in" || who.includes(role)) && !beyond.includes(role);
  const reader = READERS.find(may);
  if (!reader) throw new Error(`nobody of ${READERS.join(", ")} may open ${pattern}`);
  return reader;
}

/** Patterns of pages by reader, in parts. A page that leads elsewhere has nothing to look at. */
function parts(): [RoleName, string[]][] {
  const shown = Object.entries(PAGES).filter(([, row]) => row.who !== "public" && row.answer === undefined);
  const seen = [...shown.map(([pattern, row]) => [readerOf(pattern, row), pattern] as const), ...LOOKS];
  return [...Map.groupBy(seen, ([role]) => role)].flatMap(([role, list]) => {
    const patterns = list.map(([, pattern]) => pattern);
    return Array.from({ length: Math.ceil(patterns.length / PART) }, (_, part): [RoleName, string[]] => [
      role,
      patterns.slice(part * PART, (part + 1) * PART),
    ]);
  });
}

function addressOf(pattern: string): string {
  const at = PAGES[pattern]?.at ?? pattern;
  return typeof at === "function" ? at(world) : at;
}

async function speak(page: Page, language: Language): Promise<void> {
  if ((await page.getAttribute("html", "lang")) === language) return;
  await page.locator(`input[name=preference-locale][value=${language}]`).first().check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await settled(page);
}

/** What is wrong with the page as it stands, in both themes. The theme of the person is left as it was. */
async function findings(page: Page, language: Language): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize(SIZES[language]);
  const { pathname } = new URL(page.url());
  const before = await page.getAttribute("html", "data-theme");
  for (const theme of ["light", "dark"] as const) {
    await show(page, theme);
    const axe = new AxeBuilder({ page }).exclude("nextjs-portal");
    const { violations } = await (theme === "light"
      ? axe.withTags(RULES)
      : axe.withRules(RULES_OF_COLOUR)
    ).analyze();
    for (const { id, nodes } of violations) {
      for (const { target } of nodes)
        found.push(`${pathname} ${language} ${theme} ${id}: ${target.join(" ")}`);
    }
  }
  await show(page, before ?? "system");
  return found;
}

function show(page: Page, theme: string): Promise<void> {
  return page.evaluate((value) => document.documentElement.setAttribute("data-theme", value), theme);
}

test("the sign-in page is accessible", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const found: string[] = [];
  for (const language of LANGUAGES) {
    await page.goto("/sign-in");
    await speak(page, language);
    found.push(...(await findings(page, language)));
  }
  expect(found).toEqual([]);
});

for (const [role, patterns] of parts()) {
  test(`accessible and without an error to a ${role}: ${patterns.join(", ")}`, async ({ page }) => {
    test.slow();
    // A colour on its way from light to dark is neither.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await signInAs(page, role);
    const found: string[] = [];
    // Such as markup that the browser would have rendered otherwise than the server did.
    page.on("pageerror", ({ message }) => found.push(`${new URL(page.url()).pathname} threw: ${message}`));
    for (const language of LANGUAGES) {
      await speak(page, language);
      for (const pattern of patterns) {
        const address = addressOf(pattern);
        const response = await page.goto(address);
        expect(response?.status(), address).toBe(200);
        found.push(...(await findings(page, language)));
      }
    }
    expect(found).toEqual([]);
  });
}
