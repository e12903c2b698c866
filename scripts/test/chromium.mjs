import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, runToEnd, withProjectPath } from "../start/processes.mjs";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A browser for the tests: the one that is named, Playwright's own, an installed one, or one downloaded now.
 *
 * @returns {Promise<string>} its path
 * @throws Error with a sentence where none can be had
 */
export async function findChromium() {
  const named = process.env.NAGA_CHROMIUM;
  if (named) return named;
  const found = [await ownChromium(), ...installed].find((path) => path && existsSync(path));
  if (found) return found;
  await runToEnd(join(root, "node_modules/.bin/playwright"), ["install", "chromium"], {
    what: "Downloading Chromium",
    env: withProjectPath(),
  }).catch(() => undefined);
  const downloaded = await ownChromium();
  if (downloaded && existsSync(downloaded)) return downloaded;
  throw new Error(
    "No Chromium was found and none could be downloaded. Install Chromium or Chrome, or set NAGA_CHROMIUM to its path.",
  );
}

async function ownChromium() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}
