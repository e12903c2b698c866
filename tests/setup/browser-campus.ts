import { openTestCampus } from "../../scripts/test/campus.mjs";

/**
 * Before the browser tests: the production build with the small demo campus, unless NAGA_TEST_URL named a running one.
 * Specs find it by `baseURL`; NAGA_TEST_DATABASE_URL leads to its database.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const port = process.env.NAGA_TEST_PORT;
  if (!port) return undefined;
  const campus = await openTestCampus({
    scale: "small",
    port: Number(port),
    say: (text) => console.log(`campus: ${text}`),
  });
  process.env.NAGA_TEST_DATABASE_URL = campus.databaseUrl;
  return campus.stop;
}
