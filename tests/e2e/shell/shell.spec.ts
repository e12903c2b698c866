import { expect, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

test("the keyboard reaches the content first", async ({ page }) => {
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("a visitor's language holds for the next page and is written by the server", async ({ page }) => {
  await page.goto("/sign-in");
  await page.locator("input[name=preference-locale][value=km]").check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  const html = await (await page.request.get("/sign-in")).text();
  expect(html).toMatch(/<html[^>]*lang="km"/);
});

test("dark holds after a reload without a script, and goes back", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.locator("button[popovertarget=user-menu]").click();
  const saved = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("input[name=preference-theme][value=dark]").check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await saved;
  const html = await (await page.request.get("/home")).text();
  expect(html).toMatch(/<html[^>]*data-theme="dark"/);
  const again = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("input[name=preference-theme][value=system]").check({ force: true });
  await again;
});

test("the sidebar stays folded", async ({ page }) => {
  await signInAs(page, "registrar");
  await page.getByRole("button", { name: "Fold the sidebar" }).click();
  await page.reload();
  await expect(page.getByRole("button", { name: "Unfold the sidebar" })).toBeVisible();
  await expect(page.locator("[data-sidebar]")).toHaveAttribute("data-sidebar", "collapsed");
});

test("Ctrl+K opens the palette, which leads to a page", async ({ page }) => {
  await signInAs(page, "registrar");
  await settled(page);
  await page.keyboard.press("Control+k");
  await expect(page.getByPlaceholder("A page, a student's name or number")).toBeFocused();
  await page.keyboard.type("import");
  await expect(page.getByRole("option", { name: "Import students" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await page.waitForURL("**/students/import");
});

test("a refusal and a missing page have their status, their words and the frame around them", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  const refused = await page.goto("/admin/audit");
  expect(refused?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not for your role");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  const missing = await page.goto("/no-such-page");
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We cannot find this page");
});

test("on a phone the menu of staff opens, leads on and closes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, "registrar");
  await page.getByRole("button", { name: "Open the menu" }).click();
  await page.getByRole("link", { name: "Students", exact: true }).click();
  await page.waitForURL("**/students");
  await expect(page.getByRole("link", { name: "Classes", exact: true })).toBeHidden();
});
