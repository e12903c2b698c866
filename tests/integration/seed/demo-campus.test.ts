import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SeedSummary, seedDemo } from "@/prisma/seed/demo";
import { createTestDatabase, type TestDatabase } from "../../setup/database";

let database: TestDatabase;
let summary: SeedSummary;
let grown = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const before = process.memoryUsage().rss;
  summary = await seedDemo({
    databaseUrl: database.databaseUrl,
    scale: "campus",
    anchorDate: "2026-11-25",
    onProgress: () => {
      grown = Math.max(grown, process.memoryUsage().rss - before);
    },
  });
}, 120_000);
afterAll(() => database.close());

async function count(sql: string): Promise<number> {
  const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM (${sql}) t`);
  return rows[0].n;
}

describe("the campus at real scale (domain.md 0.1)", () => {
  it("is as large as the real one", async () => {
    const rows = (table: string) => summary.tables[table]?.rows ?? 0;
    expect(rows("student")).toBe(18_000);
    expect(await count("SELECT FROM student WHERE status = 'ACTIVE'")).toBe(2_200);
    expect(rows("course_result")).toBeGreaterThan(265_000);
    expect(rows("course_result")).toBeLessThan(275_000);
  });

  it("fills the running terms as a term is filled", async () => {
    const { rows } = await database.pool.query(
      `SELECT t.term_type::text AS kind, count(*)::int AS n FROM enrolment e JOIN class c ON c.id = e.class_id
         JOIN term t ON t.id = c.term_id WHERE e.status = 'ENROLLED' AND c.status = 'ACTIVE' GROUP BY 1`,
    );
    const enrolled = Object.fromEntries(rows.map((row) => [row.kind, row.n]));
    expect(enrolled.ENG_A).toBeGreaterThan(2_500);
    expect(enrolled.ENG_A).toBeLessThan(2_900);
    expect(enrolled.BA).toBeGreaterThan(1_300);
    expect(enrolled.BA).toBeLessThan(1_500);
    expect(enrolled.ENG_B).toBeGreaterThan(300);
    expect(enrolled.MA).toBeGreaterThan(100);
  });

  it("looks like it: mostly evenings, sections A and B, three of a hundred from abroad", async () => {
    const share = async (part: string, whole: string) => (await count(part)) / (await count(whole));
    expect(
      await share("SELECT FROM student WHERE study_time = 'EVENING'", "SELECT FROM student"),
    ).toBeGreaterThan(0.6);
    expect(await share("SELECT FROM class WHERE section IN ('A', 'B')", "SELECT FROM class")).toBeGreaterThan(
      0.75,
    );
    const abroad = await share("SELECT FROM person WHERE citizenship <> 'KH'", "SELECT FROM person");
    expect(abroad).toBeGreaterThan(0.02);
    expect(abroad).toBeLessThan(0.04);
  });

  it("sells exactly the seats that are taken", async () => {
    expect(await count("SELECT * FROM seat_pool_drift()")).toBe(0);
  });

  it("loads in little memory", () => {
    expect(grown / 1e6).toBeLessThan(300);
  });
});
