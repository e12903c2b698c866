import { openTestCampus } from "../../scripts/test/campus.mjs";
import { startKeycloak } from "../../scripts/test/keycloak-server.mjs";

/**
 * Before the tests: Keycloak, then the production build with the small demo campus, which knows the realm by the three
 * variables of its environment and in no other way.
 * Not where NAGA_TEST_KEYCLOAK names a running one.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.NAGA_TEST_KEYCLOAK) return undefined;
  const port = Number(process.env.NAGA_TEST_PORT);
  const keycloak = await startKeycloak({
    port: Number(process.env.NAGA_TEST_KEYCLOAK_PORT),
    nagaUrl: `http://localhost:${port}`,
    say: (text) => console.log(`keycloak: ${text}`),
  });
  try {
    const campus = await openTestCampus({
      scale: "small",
      port,
      say: (text) => console.log(`campus: ${text}`),
      env: {
        NODE_ENV: "production",
        KEYCLOAK_ISSUER: keycloak.issuer,
        KEYCLOAK_CLIENT_ID: "naga-web",
        KEYCLOAK_CLIENT_SECRET: keycloak.clientSecret,
      },
    });
    Object.assign(process.env, {
      NAGA_TEST_DATABASE_URL: campus.databaseUrl,
      NAGA_TEST_KEYCLOAK: JSON.stringify({ ...keycloak, stop: undefined }),
    });
    return async () => {
      await campus.stop();
      await keycloak.stop();
    };
  } catch (error) {
    await keycloak.stop();
    throw error;
  }
}
