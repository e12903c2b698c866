import { expect, type Page, test } from "@playwright/test";
import { Pool } from "pg";
import { settled } from "../settled";
import { signInAs } from "../sign-in-as";

// The count on the home and the list behind it are compared: nobody here may write meanwhile.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const database = new Pool({ connectionString: process.env.NAGA_TEST_DATABASE_URL, max: 1 });
test.afterAll(() => database.end());

const rows = (page: Page) => page.locator("[data-table=duplicates] tbody tr");

/** A name that no other run has used. */
function letters(): string {
  return Array.from(String(Date.now()).slice(-7), (digit) => "BCDFGHJKLM"[Number(digit)]).join("");
}

async function fill(page: Page, given: { family: string; personal: string; born: string }): Promise<void> {
  await page.goto("/students/new");
  await settled(page);
  const form = page.locator("form#new-student");
  await form.getByLabel("Family name", { exact: true }).fill(given.family);
  await form.getByLabel("Personal name", { exact: true }).fill(given.personal);
  await form.getByLabel("Date of birth").fill(given.born);
  await form.getByLabel("Programme").selectOption("GESL");
  await form.getByLabel("Entry level").fill("3");
}

/** Puts two students of the campus into the queue as a pair that waits; whoever was there before is left alone. */
async function pairOf(): Promise<{ id: number; label: string }> {
  const client = await database.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('naga.actor', 'system:test', true)");
    const { rows: made } = await client.query<{ id: number; label: string }>(
      `WITH two AS (
         SELECT array_agg(person_id ORDER BY person_id) AS ids FROM (
           SELECT s.person_id FROM student s
            WHERE NOT EXISTS (SELECT FROM duplicate_candidate d WHERE s.person_id IN (d.left_id, d.right_id))
              AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = s.person_id)
            ORDER BY random() LIMIT 2) AS chosen)
       INSERT INTO duplicate_candidate (left_id, right_id, score, risk, reasons, source)
       SELECT ids[1], ids[2], 0.999, 'HIGH',
              '[{"rule": "people.duplicate.birth_same", "inputs": {"points": 32}, "source": "domain.md 2.2"}]', 'NIGHTLY'
         FROM two
       RETURNING id, (SELECT number_label FROM student WHERE person_id = right_id) AS label`,
    );
    await client.query("COMMIT");
    if (!made[0]) throw new Error("nobody is there to pair");
    return made[0];
  } finally {
    client.release();
  }
}

test("who is entered twice is pointed out with reasons, and saved only with an explicit word", async ({
  page,
}) => {
  await signInAs(page, "registrar");
  const name = { family: letters(), personal: `NARY${letters()}`, born: "2001-03-04" };
  const form = page.locator("form#new-student");
  await fill(page, name);
  await form.getByRole("button", { name: "Create student" }).click();
  await page.waitForURL(/\/students\/\d{5,}$/);

  await fill(page, { ...name, family: name.personal, personal: name.family });
  await expect(form.getByText("People with this name exist").first()).toBeVisible();
  await expect(form.getByText("80 % alike").first()).toBeVisible();
  await form
    .getByRole("button", { name: /^Why\?/ })
    .first()
    .click();
  await expect(page.getByText("The same date of birth: +32.").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Create student" }).click();
  await expect(form.getByText("Confirm that they are somebody else").first()).toBeVisible();
  await form.getByRole("checkbox", { name: /^Not the same as/ }).check();
  await form.getByRole("button", { name: "Create student" }).click();
  await page.waitForURL(/\/students\/\d{5,}$/);

  await page.goto(`/duplicates?q=${name.family}`);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("Not the same");
  await expect(rows(page).first()).toContainText("When entering");
});

test("a pair is compared, decided by keyboard, undone, and decided again", async ({ page }) => {
  const { id, label } = await pairOf();
  await signInAs(page, "registrar");
  await page.goto(`/students/${label}`);
  await expect(page.getByText("This person may stand twice").first()).toBeVisible();
  await page.getByRole("link", { name: "Compare" }).click();
  await page.waitForURL(`/duplicates/${id}`);
  await settled(page);
  await expect(page.getByText("At this score only a person may decide")).toBeVisible();
  await expect(page.getByRole("row", { name: /Date of birth/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Open the record/ })).toHaveCount(2);

  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Two different people?");
  await dialog.getByLabel("Note").fill("cousins, says the mother");
  await dialog.getByRole("button", { name: "Not the same" }).click();
  await expect(page.getByText("Kept as two people").first()).toBeVisible();
  // On to the next one, which is another.
  await expect(page).not.toHaveURL(`/duplicates/${id}`);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForURL(`/duplicates/${id}`);
  await expect(page.getByText("The pair is open again").first()).toBeVisible();

  await settled(page);
  await page.keyboard.press("s");
  await dialog.getByRole("button", { name: "The same" }).click();
  await expect(page.getByText("Kept as one person").first()).toBeVisible();
  await page.goto(`/duplicates/${id}`);
  await expect(page.getByText("One person, twice on file").first()).toBeVisible();
  await expect(page.getByText("Merging two records comes in a later version").first()).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Take the decision back" }).click();
  await dialog.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Are these two records one person?")).toBeVisible();
});

test("the home counts what the list shows, and the list is narrowed", async ({ page }) => {
  await pairOf();
  await signInAs(page, "registrar");
  // Other tests make pairs meanwhile: the two numbers are the same as soon as nobody writes between them.
  await expect(async () => {
    await page.goto("/home");
    const entry = page.getByRole("listitem").filter({ hasText: "Pairs of records that may be one person" });
    const counted = (await entry.innerText()).match(/\d[\d,]*/)?.[0];
    expect(counted).toBeDefined();
    await entry.getByRole("link").click();
    await page.waitForURL("/duplicates?status=OPEN");
    await expect(page.locator("h1 span")).toHaveText(counted ?? "", { timeout: 1_000 });
  }).toPass();
  await page.goto("/duplicates?status=OPEN&risk=HIGH");
  await expect(rows(page).first()).toContainText("High");
  await page.goto("/duplicates?status=SAME&risk=LOW&source=IMPORT&q=zzzzzz");
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("link", { name: "Show all pairs" }).click();
  await expect(rows(page)).not.toHaveCount(0);
});

test("the admissions officer decides without opening records, the auditor only reads", async ({ page }) => {
  const { id } = await pairOf();
  await signInAs(page, "admissions_officer");
  await page.goto(`/duplicates/${id}`);
  await expect(page.getByRole("button", { name: /^Not the same/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Open the record/ })).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Citizenship/ })).toHaveCount(0);
  await page.context().clearCookies();
  await signInAs(page, "auditor");
  await page.goto(`/duplicates/${id}`);
  await expect(page.getByRole("row", { name: /Citizenship/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Not the same/ })).toHaveCount(0);
  await page.context().clearCookies();
  await signInAs(page, "cashier");
  expect((await page.goto(`/duplicates/${id}`))?.status()).toBe(403);
});
