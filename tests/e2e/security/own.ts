import { test as base } from "@playwright/test";
import { Pool } from "pg";
import { ROLES, type RoleName } from "@/lib/platform/access/roles";
import { type OwnCampus, openOwnCampus } from "@/tests/contract/own-campus";
import { Visitor } from "@/tests/contract/visitor";
import { makeWorld, personaEmail, type World } from "@/tests/contract/world";

/** A campus of this worker alone: nobody else writes into it, and what breaks there breaks nobody's test. */
export type Own = OwnCampus & {
  database: Pool;
  world: World;
  /** Somebody of a role who is signed in, or nobody. */
  as: (who: RoleName | "nobody") => Promise<Visitor>;
};

export const EVERYBODY = [...ROLES, "nobody"] as const;

export const test = base.extend<object, { own: Own }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const beside = process.env.NAGA_TEST_DATABASE_URL;
      if (!beside) throw new Error("NAGA_TEST_DATABASE_URL is not set");
      const campus = await openOwnCampus(beside, { NAGA_RATE_LIMITS: "off" });
      const database = new Pool({ connectionString: campus.databaseUrl, max: 2 });
      database.on("error", () => undefined);
      const visitors = new Map<string, Visitor>();
      const as = async (who: RoleName | "nobody") => {
        const known = visitors.get(who);
        if (known) return known;
        const visitor = new Visitor(campus.web.url);
        if (who !== "nobody") await visitor.signInAs(personaEmail(who));
        visitors.set(who, visitor);
        return visitor;
      };
      await use({ ...campus, database, world: await makeWorld(database), as });
      await database.end();
      await campus.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

export { expect } from "@playwright/test";
