import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import type { RoleName } from "@/lib/platform/access/roles";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fixed pages by role; one record page of each kind is found by following the first link of its list. */
const pages: [RoleName, string[]][] = [
  ["student", ["/my", "/my/timetable", "/approvals", "/account"]],
  ["teacher", ["/teach", "/teach/timetable"]],
  ["registrar", ["/home", "/students", "/students/import", "/students/new", "/classes", "/enrol"]],
  ["auditor", ["/admin/audit", "/students"]],
  ["admin", ["/approvals", "/admin/access", "/admin/access/grant", "/admin/settings", "/admin/jobs"]],
];
const records: Partial<Record<RoleName, { list: string; link: RegExp }[]>> = {
  registrar: [
    { list: "/students", link: /^\/students\/\d+/ },
    { list: "/classes", link: /^\/classes\/\d+/ },
  ],
  teacher: [{ list: "/teach", link: /^\/teach\/classes\/\d+/ }],
};

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).exclude("nextjs-portal").analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

async function speak(page: Page, language: "en" | "km"): Promise<void> {
  if ((await page.getAttribute("html", "lang")) === language) return;
  await page.locator(`input[name=preference-locale][value=${language}]`).first().check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await settled(page);
}

async function addressesOf(page: Page, role: RoleName, fixed: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { list, link } of records[role] ?? []) {
    await page.goto(list);
    const hrefs = await page.$$eval("main a[href]", (links) =>
      links.map((a) => a.getAttribute("href") ?? ""),
    );
    const first = hrefs.find((href) => link.test(href));
    if (first) found.push(first);
  }
  return [...fixed, ...found];
}

for (const language of ["en", "km"] as const) {
  test(`the sign-in page is accessible (${language})`, async ({ page }) => {
    await page.goto("/sign-in");
    await speak(page, language);
    expect(await findings(page)).toEqual([]);
  });
}

for (const [role, fixed] of pages) {
  test(`the pages of a ${role} are accessible in both languages, light and dark, wide and narrow`, async ({
    page,
  }) => {
    test.slow();
    await signInAs(page, role);
    const addresses = await addressesOf(page, role, fixed);
    const found: string[] = [];
    for (const language of ["km", "en"] as const) {
      await page.goto(addresses[0] ?? "/");
      await speak(page, language);
      for (const address of addresses) {
        const response = await page.goto(address);
        expect(response?.status(), address).toBe(200);
        // Khmer dark and narrow, English light and wide: each choice once, half the time.
        await page.evaluate(
          (theme) => document.documentElement.setAttribute("data-theme", theme),
          language === "km" ? "dark" : "light",
        );
        await page.setViewportSize(
          language === "km" ? { width: 390, height: 844 } : { width: 1440, height: 900 },
        );
        found.push(...(await findings(page)).map((finding) => `${address} (${language}) ${finding}`));
      }
    }
    expect(found).toEqual([]);
  });
}
