// Who may import whom: dependency-cruiser with the rules of .dependency-cruiser.mjs.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import configuration from "../../.dependency-cruiser.mjs";
import { root } from "../start/processes.mjs";
import { sourceFiles, sourceRoots } from "./source-files.mjs";

const base = process.env.NAGA_STRUCTURE_ROOT ?? root;
const present = sourceRoots.filter((name) => existsSync(join(base, name)));
const expected = present.flatMap((name) =>
  statSync(join(base, name)).isDirectory() ? sourceFiles(base, name) : [name],
);

const { forbidden, options = {} } = configuration;
const { default: webpack } = await import("./resolve-alias.mjs");
const { output } = await cruise(
  present,
  { ...options, baseDir: base, validate: true, ruleSet: { forbidden }, outputType: "json" },
  { alias: webpack.resolve.alias, ...options.enhancedResolveOptions },
);
const { modules, summary } = JSON.parse(String(output));

const seen = new Set(modules.map((/** @type {{ source: string }} */ module) => module.source));
const missed = expected.filter((path) => !seen.has(path));
for (const { rule, from, to } of summary.violations) {
  const { comment } = forbidden.find((/** @type {{ name: string }} */ one) => one.name === rule.name) ?? {};
  console.log(`${rule.name}: ${from} → ${to}\n    ${comment ?? ""}`);
}
// A parser that reads nothing finds nothing wrong: silence is no proof.
if (missed.length > 0)
  console.log(`not read: ${missed.slice(0, 20).join(", ")}${missed.length > 20 ? " …" : ""}`);
console.log(
  `${summary.violations.length} violations in ${expected.length} files, ${summary.totalDependenciesCruised} imports`,
);
process.exitCode =
  summary.violations.length + missed.length > 0 || summary.totalDependenciesCruised < expected.length ? 1 : 0;
