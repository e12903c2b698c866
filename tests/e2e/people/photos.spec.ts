import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { makePicture } from "@/tests/factories/picture";
import { zip } from "@/tests/factories/zip";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

/** A picture that nobody has sent before. */
const picture = () =>
  makePicture({
    colour: `#${Math.floor(Math.random() * 0xffffff)
      .toString(16)
      .padStart(6, "0")}`,
  });
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });

/** The number of an active student, from the end of the list, so that other tests have the first ones. */
async function somebody(page: Page, place: number): Promise<string> {
  await page.goto("/students?status=ACTIVE&sort=number");
  return page.locator("[data-table=students] tbody tr a.dt-open").nth(place).innerText();
}

async function send(page: Page, buffer: Buffer): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").first().setInputFiles(file("me.jpg", buffer));
  await expect(dialog.getByRole("img", { name: "So it will look" })).toBeVisible();
  await dialog.getByRole("button", { name: "Save photo" }).click();
  await expect(dialog).toBeHidden();
}

test("staff send a photo in, another one, and bring the first one back", async ({ page }) => {
  await signInAs(page, "registrar");
  const number = await somebody(page, 3);
  await page.goto(`/students/${number}/photo`);
  await settled(page);
  await page.getByRole("button", { name: /^(New|Change) photo$/ }).click();
  await send(page, await picture());
  const current = page.getByRole("region", { name: "Current photo" });
  await expect(current.getByText("Verified")).toBeVisible();
  const first = await current.locator("img").getAttribute("src");
  await expect(page.locator("header img[data-slot=person-photo]")).toBeVisible();

  await page.getByRole("button", { name: "Change photo" }).click();
  await send(page, await picture());
  await expect(current.locator("img")).not.toHaveAttribute("src", first ?? "");
  const earlier = page.getByRole("region", { name: "Earlier photos" });
  await earlier.getByRole("button", { name: "Show again" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Show again" }).click();
  await expect(current.locator("img")).toHaveAttribute("src", first ?? "");
});

test("a file that is no picture is refused in words, and nothing is kept", async ({ page }) => {
  await signInAs(page, "registrar");
  const number = await somebody(page, 5);
  await page.goto(`/students/${number}/photo`);
  await settled(page);
  await page.getByRole("button", { name: /^(New|Change) photo$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .locator("input[type=file]")
    .first()
    .setInputFiles(file("me.jpg", Buffer.from("<html>no picture")));
  await expect(dialog.getByRole("alert")).toContainText("This is no JPEG, PNG or WebP picture");
  await expect(dialog.getByRole("button", { name: "Save photo" })).toBeDisabled();
});

test("a student sends the own photo in; staff refuse it; the student reads why and sends another", async ({
  browser,
}) => {
  const student = await (await browser.newContext()).newPage();
  await signInAs(student, "student");
  await student.goto("/my/profile");
  await settled(student);
  const own = student.getByRole("region", { name: "Photo", exact: true });
  await own.getByRole("button", { name: /^(New|Change) photo$/ }).click();
  await send(student, await picture());
  await expect(student.getByText("Staff will have a look at it.").last()).toBeVisible();

  const staff = await (await browser.newContext()).newPage();
  await signInAs(staff, "registrar");
  await staff.goto("/photos");
  await settled(staff);
  const cards = staff.getByRole("list", { name: "People" }).getByRole("listitem");
  await expect(cards.first()).toBeVisible();
  await cards.last().getByRole("button", { name: "Do not take" }).click();
  const dialog = staff.getByRole("dialog");
  await dialog.getByLabel("Why").fill("sunglasses, please without");
  await dialog.getByRole("button", { name: "Do not take" }).click();
  await expect(dialog).toBeHidden();

  await student.goto("/my");
  await expect(student.getByText("Why: sunglasses, please without")).toBeVisible();
  await settled(student);
  await student.locator("[data-slot=alert]").filter({ hasText: "sunglasses" }).getByRole("button").click();
  await send(student, await picture());
  await staff.goto("/photos");
  await settled(staff);
  await staff.getByLabel("Select all on this page").check();
  await staff.getByRole("button", { name: /^Verify \d+ photos?$/ }).click();
  await expect(staff.getByText(/photos? verified/).last()).toBeVisible();
  await student.goto("/my");
  await expect(student.getByText("sunglasses")).toHaveCount(0);
});

test("a photo is served with its type, kept by the browser, asked about each time, and to nobody else", async ({
  page,
  browser,
}) => {
  await signInAs(page, "registrar");
  const number = await somebody(page, 3);
  const sent = await page.request.post(`/api/photos?number=${Number(number)}`, {
    data: await picture(),
    headers: { origin: new URL(page.url()).origin, "content-type": "application/octet-stream" },
  });
  expect(sent.status()).toBe(200);
  await page.goto(`/students/${number}/photo`);
  const src = await page.getByRole("region", { name: "Current photo" }).locator("img").getAttribute("src");
  const answer = await page.request.get(src ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-cache",
    "x-content-type-options": "nosniff",
  });
  expect(await sharp(await answer.body()).metadata()).toMatchObject({
    width: 320,
    height: 360,
    format: "webp",
  });
  const { etag = "" } = answer.headers();
  const again = await page.request.get(src ?? "", { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  const stranger = await (await browser.newContext()).newPage();
  await signInAs(stranger, "student");
  for (const known of ["", etag])
    expect((await stranger.request.get(src ?? "", { headers: { "if-none-match": known } })).status()).toBe(
      404,
    );
});

test("many photos at once: what matched is taken, what did not says why", async ({ page }) => {
  await signInAs(page, "registrar");
  const number = await somebody(page, 7);
  await page.goto("/photos/bulk");
  await settled(page);
  await page
    .locator("input[type=file]")
    .setInputFiles([file(`${number}.jpg`, await picture()), file("nobody.jpg", await picture())]);
  await expect(page.getByRole("heading", { name: "The last time" })).toBeVisible({ timeout: 30_000 });
  const rows = page.locator("table tbody tr");
  await expect(rows.first()).toContainText("No student has a number");
  await expect(rows.nth(1)).toContainText(number);
  await expect(rows.nth(1)).toContainText("Taken");

  // The same as an archive: nothing is taken twice.
  const archive = zip([{ name: `${number}.jpg`, content: await picture() }]);
  await page.reload();
  await settled(page);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "photos.zip", mimeType: "application/zip", buffer: archive });
  await expect(rows).toHaveCount(1, { timeout: 30_000 });
});

test("a student asks for the own data and fetches the file", async ({ page }) => {
  await signInAs(page, "student");
  await page.goto("/my/profile");
  await settled(page);
  await page.getByRole("button", { name: "Make a file" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make the file" }).click();
  const link = page
    .getByRole("region", { name: "My data as a file" })
    .getByRole("link", { name: "Download" });
  await expect(link).toBeVisible({ timeout: 30_000 });
  const downloading = page.waitForEvent("download");
  await link.click();
  expect((await downloading).suggestedFilename()).toMatch(/^own-data-\d{4}-\d{2}-\d{2}\.zip$/);
  await page.getByRole("button", { name: "Make a file" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByText("A file was made within the last day.").first()).toBeAttached();
});

test("administrators see what retention removes", async ({ page }) => {
  await signInAs(page, "admin");
  await page.goto("/admin/retention");
  await expect(page.getByRole("row", { name: /Applicants who never enrolled/ })).toContainText("24 months");
  await page
    .getByRole("row", { name: /Earlier photos/ })
    .getByRole("link", { name: "Change the time" })
    .click();
  await expect(page).toHaveURL("/admin/settings/retention.photo_months");
});
