import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "@/prisma/seed/demo";
import { createTestDatabase, type TestDatabase } from "../../setup/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedDemo({ databaseUrl: database.databaseUrl, scale: "campus", anchorDate: "2026-11-25" });
}, 120_000);
afterAll(() => database.close());

async function rowsOf<Row>(sql: string): Promise<Row[]> {
  return (await database.pool.query(sql)).rows as Row[];
}

describe("the demo campus", () => {
  it("has combined classes by template: one pool, one delivery a part", async () => {
    const groups = await rowsOf<{
      classes: number;
      pools: number;
      deliveries: number;
      parts: number;
      template: number;
    }>(
      `SELECT count(DISTINCT c.id)::int AS classes, count(DISTINCT c.seat_pool_id)::int AS pools,
              count(DISTINCT cp.delivery_id)::int AS deliveries, count(cp.id)::int AS parts, k.template_id AS template
         FROM combined_class k JOIN class c ON c.combined_class_id = k.id JOIN class_session s ON s.class_id = c.id
         JOIN class_part cp ON cp.session_id = s.id GROUP BY k.id`,
    );
    expect(groups.length).toBeGreaterThan(5);
    for (const { classes, pools, deliveries, parts, template } of groups)
      expect([classes, pools, deliveries * classes, template !== null]).toEqual([2, 1, parts, true]);
    expect(await rowsOf("SELECT id FROM combined_course_template")).not.toHaveLength(0);
  });

  it("has reading classes of every tier, locked where the add deadline is over", async () => {
    const tiers = await rowsOf<{ tier: string | null; right: boolean }>(
      `SELECT r.locked_tier::text AS tier,
              (r.locked_tier IS NOT NULL) = (t.add_deadline < '2026-11-25' AND p.taken > 0) AND p.capacity <= 15 AS "right"
         FROM reading_class r JOIN class c ON c.id = r.class_id AND c.class_type = 'READING'
         JOIN term t ON t.id = c.term_id JOIN seat_pool p ON p.id = c.seat_pool_id ORDER BY 1`,
    );
    expect(tiers.every(({ right }) => right)).toBe(true);
    expect(new Set(tiers.map(({ tier }) => tier))).toEqual(new Set(["TIER_1", "TIER_2", "TIER_3", null]));
  });

  it("has senior-project groups of one to five students, enrolled in the class of their project", async () => {
    const groups = await rowsOf<{ members: number; enrolled: number; status: string }>(
      `SELECT count(*)::int AS members, count(e.id)::int AS enrolled, g.status::text AS status
         FROM senior_project_group g JOIN senior_project_member m ON m.group_id = g.id
         LEFT JOIN enrolment e ON e.class_id = g.class_id AND e.student_id = m.student_id AND e.status = 'ENROLLED'
        GROUP BY g.id`,
    );
    expect(groups.length).toBeGreaterThan(3);
    for (const { members, enrolled } of groups) {
      expect(members).toBeLessThanOrEqual(5);
      expect(enrolled).toBe(members);
    }
    expect(new Set(groups.map(({ status }) => status)).size).toBeGreaterThan(1);
  });
});
