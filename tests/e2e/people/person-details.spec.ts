import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

/** Opens the tab of the nth active student from the middle of the list, whom no other test opens. */
async function openPerson(page: Page, nth: number): Promise<string> {
  await page.goto("/students?status=ACTIVE&sort=number&page=3");
  const link = page.locator("[data-table=students] tbody a.dt-open").nth(nth);
  const number = await link.innerText();
  await page.goto(`/students/${number}/person`);
  await settled(page);
  return number;
}

const section = (page: Page, name: string) => page.getByRole("region", { name });

async function add(page: Page, where: string, button: string) {
  await section(page, where).getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

test("a paper is added with its scan, verified, and its scan comes back as it was sent", async ({ page }) => {
  await signInAs(page, "registrar");
  await openPerson(page, 3);
  const papers = section(page, "Identity papers");
  const dialog = await add(page, "Identity papers", "Add paper");
  await dialog.getByLabel("Which paper").selectOption("MONK_BOOK");
  await dialog.getByLabel("Number").fill("e2e ១២៣");
  await dialog.getByLabel("Issued on").fill("2020-05-01");
  await dialog.getByLabel("Valid to").fill("2019-05-01");
  await dialog.locator("input[type=file]").setInputFiles({
    name: "not a scan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("<h1>no scan</h1>"),
  });
  await expect(dialog.getByRole("alert")).toContainText("neither a PDF nor a picture");
  const content = Buffer.from("%PDF-1.7 invented scan");
  await dialog.locator("input[type=file]").setInputFiles({
    name: "book.pdf",
    mimeType: "application/pdf",
    buffer: content,
  });
  await expect(dialog).toContainText("book.pdf");
  await dialog.getByRole("button", { name: "Save paper" }).click();
  await expect(dialog.getByLabel("Valid to")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Valid to").fill("2021-05-01");
  await dialog.getByRole("button", { name: "Save paper" }).click();
  await expect(dialog).toBeHidden();
  const row = papers.getByRole("listitem").filter({ hasText: "Monk’s book E2E 123" });
  await expect(row).toContainText("Expired");
  await row.getByRole("button", { name: /^Verify/ }).click();
  await expect(row).toContainText("Verified on");
  const downloading = page.waitForEvent("download");
  await row.getByRole("link", { name: "Scan" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).equals(content)).toBe(true);
  await row.getByRole("button", { name: /^Remove/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the paper" }).click();
  await expect(row).toHaveCount(0);
});

test("brothers and sisters are found by the keyboard and shown on both records", async ({ page }) => {
  await signInAs(page, "registrar");
  const other = await openPerson(page, 4);
  const otherName = (await page.getByRole("heading", { level: 1 }).innerText()).split("\n")[0] ?? "";
  const number = await openPerson(page, 5);
  const dialog = await add(page, "Family on file", "Add relation");
  await dialog.getByRole("combobox", { name: "Who" }).fill(other);
  await expect(dialog.getByRole("option").first()).toContainText(other);
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("Choose another");
  await dialog.getByLabel("Note").fill("twins");
  await dialog.getByRole("button", { name: "Save relation" }).click();
  await expect(dialog).toBeHidden();
  const family = section(page, "Family on file");
  await expect(family).toContainText("Brother or sister");
  expect(otherName).not.toBe("");
  await family.getByRole("link").first().click();
  await expect(page).toHaveURL(`/students/${other}`);
  await page.getByRole("link", { name: "Person", exact: true }).click();
  await expect(section(page, "Family on file")).toContainText(number);
  await expect(section(page, "Family on file")).toContainText("Twins");
});

test("a time as a monk makes the student one, its end takes it back, and nothing else does", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  const number = await openPerson(page, 6);
  const monk = section(page, "Times as a monk");
  await expect(monk).toContainText("Never a monk");
  let dialog = await add(page, "Times as a monk", "Add a time");
  await dialog.getByLabel("Became a monk on").fill("2025-02-01");
  await dialog.getByLabel("Pagoda").fill("Lotus Pagoda");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(monk).toContainText("Monk now");
  await page.goto(`/students/${number}`);
  const studies = section(page, "Studies");
  await expect(studies).toContainText(/Monk\s*Yes/);
  await studies.getByRole("link", { name: "Times as a monk" }).click();
  await settled(page);
  await monk.getByRole("button", { name: /^Edit/ }).click();
  dialog = page.getByRole("dialog");
  await dialog.getByLabel("Left on").fill("2025-08-01");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(monk).toContainText("1 Feb 2025 – 1 Aug 2025");
  await page.goto(`/students/${number}`);
  await expect(section(page, "Studies")).toContainText(/Monk\s*No/);
});

test("a Khmer name is corrected and confirmed, and documents print the legal name when they shall", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  await page.goto("/khmer-names?task=guess");
  await page.locator("[data-table=khmer-names] tbody a.dt-open").nth(2).click();
  await settled(page);
  const card = section(page, "Khmer name");
  const documents = section(page, "Names on documents");
  await expect(card).toContainText("A guess");
  await expect(documents).toContainText("staff have not confirmed");
  await card.getByRole("button", { name: "Correct" }).click();
  let dialog = page.getByRole("dialog");
  await dialog.getByLabel("Family name in Khmer").fill("Sok");
  await dialog.getByRole("button", { name: "Confirm the spelling" }).click();
  await expect(dialog.getByLabel("Family name in Khmer")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Family name in Khmer").fill("សុខ");
  await dialog.getByLabel("Personal name in Khmer").fill("ដារ៉ា");
  await dialog.getByRole("button", { name: "Confirm the spelling" }).click();
  await expect(card).toContainText("Confirmed by staff");
  await expect(documents).toContainText("សុខ ដារ៉ា");
  await documents.getByRole("button", { name: "Change the legal name" }).click();
  dialog = page.getByRole("dialog");
  await dialog.getByLabel("Documents carry the legal name").check();
  await dialog.getByRole("button", { name: "Save the legal name" }).click();
  await expect(dialog.getByLabel("Legal family name")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Legal family name").fill("sokh");
  await dialog.getByLabel("Legal personal name").fill("darah");
  await dialog.getByRole("button", { name: "Save the legal name" }).click();
  await expect(documents).toContainText("SOKH DARAH");
  await expect(documents).toContainText("the legal name has no Khmer spelling");
});

test("guesses for students without a Khmer name are tried out before anything is written", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  await page.goto("/khmer-names?task=missing");
  await settled(page);
  await page.getByRole("button", { name: "Suggest names" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Try it out" }).click();
  await expect(page).toHaveURL(/\/change-sets\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "Khmer names for students who study now",
  );
  await expect(page.getByRole("button", { name: "Apply" })).toBeVisible({ timeout: 60_000 });
});

test("the tab of a person is read without a barrier, by auditors without any button to write", async ({
  page,
}) => {
  await signInAs(page, "auditor");
  await openPerson(page, 3);
  await expect(section(page, "Identity papers")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Add|Edit|Remove|Verify|Confirm)/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
  await page.goto("/khmer-names");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Khmer names");
});
