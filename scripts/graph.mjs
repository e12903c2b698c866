#!/usr/bin/env node
// npm run graph: which domain really imports which, from the import lines of lib/. `-- --mermaid` for a drawing.
import { importsOfDomains, violations } from "./test/domain-imports.mjs";

const edges = importsOfDomains();
if (process.argv.includes("--mermaid")) printMermaid();
else printText();

function printText() {
  const width = Math.max(...[...edges.keys()].map((name) => name.length));
  for (const [name, targets] of edges) {
    const list = [...targets].map(([target, count]) => `${target} (${count})`).join(", ");
    console.log(`${name.padEnd(width)}  ${list ? `→ ${list}` : "imports no other domain"}`);
  }
  const wrong = violations(edges);
  console.log(
    wrong.length === 0
      ? "\nEvery arrow points to the left of the order."
      : `\nAgainst the order: ${wrong.join(", ")}`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

function printMermaid() {
  console.log("graph RL");
  for (const [name, targets] of edges) {
    console.log(`  ${name}`);
    for (const target of targets.keys()) if (target !== "platform") console.log(`  ${name} --> ${target}`);
  }
}
