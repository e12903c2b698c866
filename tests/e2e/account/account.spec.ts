import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "../sign-in-as";

async function saveChoices(page: Page, choices: Record<string, string>) {
  for (const [name, value] of Object.entries(choices)) await page.selectOption(`#preferences-${name}`, value);
  await page.locator("#preferences button[type=submit]").click();
}

test("language, digits and spacing are the person's own, on every device", async ({ page, browser }) => {
  await signInAs(page, "finance_manager");
  await page.goto("/account");
  await saveChoices(page, { locale: "km", digits: "khmer", density: "compact" });
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await expect(page.locator("main")).toContainText(/[០-៩]/);

  const elsewhere = await (await browser.newContext()).newPage();
  await signInAs(elsewhere, "finance_manager");
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "km");
  await elsewhere.close();

  await saveChoices(page, { locale: "en", digits: "western", density: "comfortable" });
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("somebody ends a session elsewhere, then all of them", async ({ page, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await signInAs(elsewhere, "admissions_officer");
  await signInAs(page, "admissions_officer");
  await page.goto("/account");
  await expect(page.getByText("this device").first()).toBeVisible();
  const others = page.getByRole("button", { name: /^Sign out .* on / });
  await others.first().click();
  await expect(page.getByText("That device is signed out.").first()).toBeVisible();
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=%2Faccount/);
  await elsewhere.close();

  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an administrator grants a role, whose holder has it at once, and ends it", async ({
  page,
  browser,
}) => {
  await signInAs(page, "admin");
  await page.goto("/admin/access/grant");
  await page.getByLabel("E-mail of the account").fill("operator@demo.naga.example");
  await page.getByLabel("Role", { exact: true }).selectOption("auditor");
  await page.getByLabel("Reason").fill("x");
  await page.getByRole("button", { name: "Grant role" }).click();
  await expect(page.locator("#grant-role-reason-error")).toContainText("at least 5");
  await page.getByLabel("Reason").fill("looks after the audit in December");
  await page.getByRole("button", { name: "Grant role" }).click();
  await expect(page).toHaveURL("/admin/access");

  const holder = await (await browser.newContext()).newPage();
  await signInAs(holder, "operator");
  await holder.goto("/account");
  await holder.locator("button[popovertarget=user-menu]").click();
  await holder.getByRole("button", { name: "Auditor" }).click();
  await expect(holder).toHaveURL("/admin/audit");

  await page.goto("/admin/access?q=operator%40demo&role=auditor");
  await page.locator("tbody a").first().click();
  await page.getByLabel("Reason").fill("the year is audited");
  await page.getByRole("button", { name: "End role" }).click();
  await expect(page.getByText("This role has ended already.").first()).toBeVisible();
  expect((await holder.request.get("/admin/audit")).status()).toBe(403);
  await holder.close();
});

test("an administrator cannot end a role of their own", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/admin/access?q=admin%40demo&role=admin");
  await page.locator("tbody a").first().click();
  await expect(page.getByText("These are your own rights.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "End role" })).toHaveCount(0);
});
