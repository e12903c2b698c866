#!/usr/bin/env node
// The one command of a clone: npm start. Runs on any Node from 18 on; the real work happens under Node 24.
// Nothing is imported before the version is known, so that an old Node says a sentence instead of a syntax error.

if (Number(process.versions.node.split(".")[0]) < 18) {
  console.error(
    `Naga SIS needs Node 18 or newer to begin with; this is ${process.version}. Get one from https://nodejs.org`,
  );
  process.exit(1);
}

const { begin } = await import("./start/begin.mjs");
await begin();
