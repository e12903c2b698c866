import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

const shared = {
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Outside Next the package throws on import; there is no browser here to protect.
      {
        find: "server-only",
        replacement: fileURLToPath(new URL("tests/setup/server-only.ts", import.meta.url)),
      },
    ],
  },
  oxc: { jsx: { runtime: "automatic" as const } },
};

const environment = {
  NAGA_ENV: "test",
  NAGA_LOG_LEVEL: "silent",
  NEXTAUTH_SECRET: "a-secret-of-the-tests-that-signs-nothing-real",
  TZ: "UTC",
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: ["{lib,components,app,jobs,prisma,scripts}/**/*.test.{ts,tsx}"],
          env: environment,
          setupFiles: ["tests/setup/properties.ts"],
          // Properties try hundreds of values; on a busy machine that is not a failure.
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          env: environment,
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/setup/global-database.ts"],
          env: environment,
          // A file has a database of its own, a test in it up to half a minute (imports of 10,000 rows).
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
