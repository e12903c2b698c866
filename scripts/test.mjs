#!/usr/bin/env node
// npm test: every check of the project, from a fresh clone too. Runs on any Node from 18 on, goes on under Node 24.

if (Number(process.versions.node.split(".")[0]) < 18) {
  console.error(
    `Naga SIS needs Node 18 or newer to begin with; this is ${process.version}. Get one from https://nodejs.org`,
  );
  process.exit(1);
}

const { ensureProject } = await import("./start/project.mjs");
if (await ensureProject("scripts/test.mjs")) {
  const { runTests } = await import("./test/run.mjs");
  await runTests(process.argv.slice(2));
}
