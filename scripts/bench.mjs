#!/usr/bin/env node
// npm run bench -- NAME: a benchmark, from a fresh clone too; tests/bench/run.ts names them and their options.
import { spawnSync } from "node:child_process";
import { generateClient } from "./start/build.mjs";
import { projectNode, root } from "./start/processes.mjs";
import { ensureProject } from "./start/project.mjs";
import { step } from "./start/steps.mjs";

if (await ensureProject("scripts/bench.mjs")) {
  // The benchmarks read the database through the project's own code.
  await step("Database client", async () => generateClient());
  const options = ["--import", "tsx", "--conditions=react-server", "tests/bench/run.ts"];
  const { status } = spawnSync(projectNode, [...options, ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
  });
  process.exit(status ?? 1);
}
