/**
 * `npm run shots [-- --role registrar] [-- --path /students] [-- --fast]`: walks the app as each invented person of the
 * demo campus and writes a picture of every page at 390 and 1440 px, in English and Khmer, light and dark, into shots/.
 * The server is that of NAGA_URL (default http://127.0.0.1:8000) and must offer personas. Pages are found by following
 * links; of the pages of one pattern (/students/12, /students/13) the first is taken. It also says what no eye needs:
 * pages that scroll sideways, errors in the console, answers of 500.
 */
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";

const { values: options } = parseArgs({
  options: {
    role: { type: "string", multiple: true },
    path: { type: "string", multiple: true },
    out: { type: "string", default: "shots" },
    /** English, light, both widths only. */
    fast: { type: "boolean", default: false },
    max: { type: "string", default: "40" },
  },
});

const origin = (process.env.NAGA_URL ?? "http://127.0.0.1:8000").replace(/\/$/, "");
const widths = [1440, 390] as const;
const languages = options.fast ? (["en"] as const) : (["en", "km"] as const);
const themes = options.fast ? (["light"] as const) : (["light", "dark"] as const);
const problems: string[] = [];
let written = 0;

/** `/students/10234/history?x=1` and its like are one page: `students-n-history`. */
function patternOf(path: string): string {
  const pathname = new URL(path, origin).pathname;
  return (
    pathname
      .split("/")
      .filter(Boolean)
      .map((part) => (/\d|\./.test(part) ? "n" : part))
      .join("-") || "start"
  );
}

async function links(page: Page): Promise<string[]> {
  const found = await page.$$eval("a[href^='/']", (anchors) =>
    anchors.filter((a) => !a.hasAttribute("download")).map((a) => a.getAttribute("href") ?? ""),
  );
  return found.filter((href) => !/^\/(api|_next|health)\//.test(href) && !href.startsWith("//"));
}

async function settled(page: Page, path: string): Promise<number> {
  const go = () => page.goto(origin + path, { waitUntil: "load", timeout: 60_000 });
  // A navigation that the page had begun itself may still be under way.
  const response = await go().catch(go);
  await page.waitForLoadState("networkidle", { timeout: 5000 }).catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  return response?.status() ?? 0;
}

/** Every page that this person can reach from their own links, one address per pattern. */
async function explore(page: Page, start: string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const queue = [...start];
  const max = Number(options.max);
  while (queue.length > 0 && pages.size < max) {
    const path = queue.shift() ?? "/";
    const pattern = patternOf(path);
    if (pages.has(pattern)) continue;
    const status = await settled(page, path);
    const landed = new URL(page.url());
    const landedPattern = patternOf(landed.pathname);
    if (status >= 500) problems.push(`${path} answered ${status}`);
    if (landedPattern !== pattern && pages.has(landedPattern)) continue;
    pages.set(landedPattern, landed.pathname + landed.search);
    queue.push(...(await links(page)).filter((href) => !pages.has(patternOf(href))));
  }
  return pages;
}

async function speak(page: Page, language: "en" | "km"): Promise<void> {
  if ((await page.getAttribute("html", "lang")) === language) return;
  const choice = page.locator(`input[name=preference-locale][value=${language}]`).first();
  await choice.check({ force: true });
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  await page.waitForLoadState("networkidle", { timeout: 5000 }).catch(() => {});
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    // As tall as the page, so that a bar fixed at the bottom does not lie across the middle of the picture.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (width === 390) await page.setViewportSize({ width, height: Math.min(height, 6000) });
    // The badge of the development server.
    await page.evaluate(() => document.querySelector("nextjs-portal")?.remove());
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) problems.push(`${folder}/${name} is ${overflow} px too wide at ${width}`);
    for (const theme of themes) {
      await page.evaluate((value) => {
        document.documentElement.dataset.theme = value;
      }, theme);
      const file = join(
        options.out,
        folder,
        `${name}.${width}.${await page.getAttribute("html", "lang")}.${theme}.png`,
      );
      await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
      written++;
    }
  }
}

function listen(page: Page, who: string): void {
  page.on("console", (message) => {
    // Pages that refuse or are missing belong to the walk.
    if (/status of 40[34]/.test(message.text())) return;
    if (message.type() === "error")
      problems.push(`${who} ${new URL(page.url()).pathname}: ${message.text().slice(0, 300)}`);
  });
  page.on("pageerror", (error) => {
    problems.push(`${who} ${new URL(page.url()).pathname}: ${error.message.slice(0, 300)}`);
  });
}

async function visit(page: Page, who: string, paths: string[]): Promise<void> {
  const pages = options.path
    ? new Map(options.path.map((path) => [patternOf(path), path]))
    : await explore(page, paths);
  await mkdir(join(options.out, who), { recursive: true });
  for (const language of languages) {
    await settled(page, [...pages.values()][0] ?? "/");
    await speak(page, language);
    for (const [name, path] of pages) {
      await settled(page, path);
      await picture(page, who, name);
    }
  }
  if (languages.length > 1) await speak(page, "en");
  console.log(`${who}: ${pages.size} pages (${[...pages.keys()].join(", ")})`);
}

async function asPersona(context: BrowserContext, email: string): Promise<Page> {
  const page = await context.newPage();
  await settled(page, "/sign-in");
  await page.locator(`button[name=email][value="${email}"]`).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.waitForLoadState("networkidle", { timeout: 10_000 }).catch(() => {});
  return page;
}

async function personas(browser: Browser): Promise<{ role: string; email: string }[]> {
  const page = await browser.newPage();
  await settled(page, "/sign-in");
  const found = await page.$$eval("button[name=email]", (buttons) =>
    buttons.map((button) => ({ email: (button as HTMLButtonElement).value })),
  );
  await page.close();
  return found.map(({ email }) => ({ email, role: (email.split("@")[0] ?? email).replace(/^dev-/, "") }));
}

const system = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath: system, args: ["--no-sandbox"] });
if (!options.path && !options.role) await rm(options.out, { recursive: true, force: true });

const wanted = options.role;
if (!wanted || wanted.includes("visitor")) {
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  listen(page, "visitor");
  await visit(page, "visitor", ["/sign-in", "/no-such-page"]);
  await context.close();
}
for (const { role, email } of await personas(browser)) {
  if (wanted && !wanted.includes(role)) continue;
  const context = await browser.newContext({ locale: "en" });
  const page = await asPersona(context, email);
  listen(page, role);
  await visit(page, role, ["/", "/account", "/no-such-page", "/admin/audit", "/students"]);
  await context.close();
}
await browser.close();

await mkdir(options.out, { recursive: true });
await writeFile(join(options.out, "problems.txt"), `${problems.join("\n")}\n`);
console.log(
  `${written} pictures in ${options.out}/, ${problems.length} problems in ${options.out}/problems.txt`,
);
