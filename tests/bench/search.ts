import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { median } from "./measure";
import { root } from "./processes";
import type { Answer, Ask } from "./search-child";
import { benchDatabases } from "./search-databases";

const SCALES = ["campus", "million"] as const;
type Scale = (typeof SCALES)[number];
const ROUNDS = 5;

/** The 95th of a hundred. */
function p95(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}

function startChild(databaseUrl: string): ChildProcess {
  return fork(join(root, "tests/bench/search-child.ts"), {
    cwd: root,
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env: { ...process.env, DATABASE_URL: databaseUrl, NAGA_ENV: "local", NODE_ENV: "production" },
  });
}

function ask<A extends Answer>(child: ChildProcess, question: Ask): Promise<A> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error("the process of a scale ended"));
    child.once("exit", gone);
    child.once("message", (answer) => {
      child.off("exit", gone);
      resolve(answer as A);
    });
    child.send(question);
  });
}

type Times = Extract<Answer, { times: unknown }>;
type Found = Extract<Answer, { found: unknown }>;
/** Per scale and name, the figure of each round. */
type Figures = Record<Scale, Record<string, { p50: number[]; p95: number[] }>>;

function note(figures: Figures, scale: Scale, name: string, values: number[]): void {
  figures[scale][name] ??= { p50: [], p95: [] };
  figures[scale][name]?.p50.push(median(values));
  figures[scale][name]?.p95.push(p95(values));
}

function tell(title: string, figures: Figures): void {
  console.log(
    `\n${title.padEnd(28)}${"campus p50 / p95".padStart(20)}${"million p50 / p95".padStart(20)}   ratio`,
  );
  for (const name of Object.keys(figures.campus)) {
    const of = (scale: Scale, key: "p50" | "p95") => median(figures[scale][name]?.[key] ?? []);
    const shown = SCALES.map((scale) =>
      `${of(scale, "p50").toFixed(2)} / ${of(scale, "p95").toFixed(2)}`.padStart(20),
    );
    console.log(
      `${name.padEnd(28)}${shown.join("")}   ${(of("million", "p50") / of("campus", "p50")).toFixed(2)}`,
    );
  }
}

/**
 * `npm run bench -- search`: the search of people and the list of students at a campus and at a million, in milliseconds
 * of the query functions that the routes and pages call. The first run loads both databases.
 */
export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const server = await benchDatabases(SCALES);
  const children = { campus: startChild(server.url("campus")), million: startChild(server.url("million")) };
  const searches: Figures = { campus: {}, million: {} };
  const lists: Figures = { campus: {}, million: {} };
  try {
    for (const scale of SCALES) await ask(children[scale], { what: "searches", each: quick ? 5 : 20 });
    for (let round = 1; round <= (quick ? 2 : ROUNDS); round++) {
      for (const scale of SCALES) {
        const { times } = await ask<Times>(children[scale], { what: "searches", each: quick ? 20 : 60 });
        for (const [name, values] of Object.entries(times)) note(searches, scale, name, values);
        note(searches, scale, "all", Object.values(times).flat());
        const pages = await ask<Times>(children[scale], { what: "lists", times: quick ? 5 : 15 });
        for (const [name, values] of Object.entries(pages.times)) note(lists, scale, name, values);
      }
      console.log(`round ${round}`);
    }
    const typos = {} as Record<Scale, Found>;
    for (const scale of SCALES)
      typos[scale] = await ask<Found>(children[scale], { what: "typos", count: quick ? 200 : 800 });
    tell("searches, ms", searches);
    tell("list of students, ms", lists);
    for (const scale of SCALES)
      console.log(
        `\none-letter typos found, ${scale}: ${typos[scale].found.toFixed(3)}; missed: ${typos[scale].missed.slice(0, 8).join(", ")}`,
      );
    const page = (scale: Scale, name: string) => median(lists[scale][name]?.p50 ?? []);
    const ratios = ["page 1", "page 200"].map((name) => page("million", name) / page("campus", name));
    return {
      p95_ms_campus: Number(median(searches.campus.all?.p95 ?? []).toFixed(2)),
      p95_ms_million: Number(median(searches.million.all?.p95 ?? []).toFixed(2)),
      page_million_over_campus: Number(Math.max(...ratios).toFixed(2)),
      typo_found: Number(typos.million.found.toFixed(3)),
      quick,
    };
  } finally {
    for (const scale of SCALES) children[scale].send({ what: "end" } satisfies Ask);
    await server.stop();
  }
}
