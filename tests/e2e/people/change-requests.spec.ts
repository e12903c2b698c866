import { expect, type Page, test } from "@playwright/test";
import { Pool } from "pg";
import { makeAccount, signInWithPassword } from "../own-account";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

// One student asks, is answered and asks again.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 1 });
test.afterAll(() => database.end());

const PASSWORD = "a boat of one's own";
const email = `asks-${crypto.randomUUID().slice(0, 8)}@demo.naga.example`;
let label = "";

/** A red dot: the smallest picture that is one. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

test.beforeAll(async () => {
  await makeAccount({ email, password: PASSWORD, name: "ASKS Something", role: "student" });
  const client = await database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    const { rows } = await client.query<{ id: number; label: string }>(
      `SELECT s.person_id AS id, s.number_label AS label FROM student s JOIN person p ON p.id = s.person_id
        WHERE s.status = 'ACTIVE' AND p.citizenship = 'KH'
          AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = s.person_id)
          AND NOT EXISTS (SELECT FROM data_change_request q WHERE q.person_id = s.person_id)
        ORDER BY random() LIMIT 1`,
    );
    const [student] = rows;
    if (!student) throw new Error("no student without an account");
    label = student.label;
    await client.query(
      `WITH mine AS (UPDATE account SET person_id = $2 WHERE email = $1 RETURNING id)
       UPDATE role_assignment SET scope_kind = 'OWN', person_id = $2 FROM mine WHERE account_id = mine.id`,
      [email, student.id],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
});

async function asStudent(page: Page, path = "/my/profile"): Promise<void> {
  await page.context().clearCookies();
  await signInWithPassword(page, email, PASSWORD, path);
  await page.waitForURL(path);
  await settled(page);
}

async function asRegistrar(page: Page, path: string): Promise<void> {
  await page.context().clearCookies();
  await signInAs(page, "registrar");
  await page.goto(path);
  await settled(page);
}

async function addProof(page: Page): Promise<void> {
  await page.setInputFiles("input[type=file]", { name: "card.png", mimeType: "image/png", buffer: PICTURE });
  await expect(page.getByRole("button", { name: "Remove card.png" })).toBeVisible();
}

test("a student changes telephone and e-mail alone, and asks for the birthday with a proof", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await asStudent(page);
  await page.getByRole("button", { name: "Add phone" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Number", { exact: true }).fill("012 000 765");
  await dialog.getByRole("button", { name: "Save phone" }).click();
  await expect(page.getByText("012 000 765").first()).toBeVisible();

  await page.getByRole("link", { name: "Ask for a correction: Date and province of birth" }).click();
  await page.waitForURL("/my/profile/ask/birth");
  await settled(page);
  await page.getByLabel("Date of birth").fill("2003-02-17");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText("Add a picture or scan that proves it.").first()).toBeVisible();
  // A page that calls itself a picture.
  await page.setInputFiles("input[type=file]", {
    name: "card.png",
    mimeType: "image/png",
    buffer: Buffer.from("<html><script>alert(1)</script></html>"),
  });
  await expect(page.getByText("Only PDF, JPEG and PNG are accepted.").first()).toBeVisible();
  await addProof(page);
  await page.getByLabel("Why").fill("My birth certificate says so");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL("/my/profile");
  await expect(page.getByText("Waits for a decision since").first()).toBeVisible();
  await expect(page.getByText("A request waits").first()).toBeVisible();
  // A second one of the same kind is not offered, and its page says why.
  await page.goto("/my/profile/ask/birth");
  await expect(page.getByText("You have asked for this already").first()).toBeVisible();
});

test("the registrar sees the proof and approves; the record and the student know at once", async ({
  page,
}) => {
  await asRegistrar(page, `/change-requests?status=PENDING&q=${label}`);
  await page.locator("[data-table=change-requests] tbody a.dt-open").first().click();
  await page.waitForURL(/\/change-requests\/\d+$/);
  await settled(page);
  const picture = page.getByRole("img", { name: "Proof 1" });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await expect(page.getByText("17 Feb 2003").first()).toBeVisible();
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("17 Feb 2003");
  await dialog.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText(/^Approved by/).first()).toBeVisible();
  await page.goto(`/students/${label}`);
  await expect(page.getByText("17 Feb 2003").first()).toBeVisible();
  await page.goto(`/students/${label}/history`);
  await expect(page.getByRole("heading", { name: "Requests for corrections" })).toBeVisible();
  await asStudent(page);
  await expect(page.getByText("your record is changed").first()).toBeVisible();
});

test("a refusal needs a reason that the student reads; a request can be taken back", async ({ page }) => {
  await asStudent(page, "/my/profile/ask/latin-name");
  await page.getByLabel("Personal name").fill("CHANGED");
  await addProof(page);
  await page.getByLabel("Why").fill("I like it better");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL("/my/profile");

  await asRegistrar(page, `/change-requests?status=PENDING&q=${label}`);
  await page.locator("[data-table=change-requests] tbody a.dt-open").first().click();
  await page.waitForURL(/\/change-requests\/\d+$/);
  await settled(page);
  await page.getByRole("button", { name: /^Refuse/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(dialog.getByText(/at least/i).first()).toBeVisible();
  await dialog.getByLabel("Reason").fill("Names are changed with a new identity card only");
  await dialog.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByText(/^Refused by/).first()).toBeVisible();

  await asStudent(page, "/my/profile/ask/latin-name");
  await page.getByLabel("Personal name").fill("OTHERWISE");
  await addProof(page);
  await page.getByLabel("Why").fill("Then like this, please");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL("/my/profile");
  await expect(page.getByText("Names are changed with a new identity card only").first()).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Take back Latin name" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("The request is taken back").first()).toBeVisible();
  await expect(page.getByText("Taken back on").first()).toBeVisible();
});
