import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listStudents } from "@/lib/people/queries/list-students";
import { systemActor } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { Visitor } from "../contract/visitor";
import { BARE, startBare } from "./bare-server";
import { measure, median, residentMb } from "./measure";
import { pgbench, statementsOf } from "./page-sql";
import { end, findProcess, root, serve } from "./processes";

const APP = "http://localhost:8090";
const ROUNDS = 5;
const QUERIES = ["sok", "chan sr", "102", "1", "kim", "sr", "សុខ", "012", "dara", "vann"];

type Target = { name: string; origin: string; paths: string[]; cookie?: string };

/** The cookies of somebody who signed in as an invented person. */
async function signedIn(email: string): Promise<string> {
  const visitor = new Visitor(APP);
  await visitor.signInAs(email);
  return visitor.cookieHeader;
}

/** What is loaded: pages with a session, and the bare page. Ids are spread, so that no row is always the same. */
async function targets(): Promise<Target[]> {
  const registrar = await signedIn("registrar@demo.naga.example");
  const teacher = await signedIn("teacher@demo.naga.example");
  const numbers = await query<{ number: string }>(
    "bench.numbers",
    "SELECT number_label AS number FROM student WHERE status = 'ACTIVE' ORDER BY md5(number_label) LIMIT 500",
  );
  const classes = await query<{ id: number }>(
    "bench.classes",
    `SELECT DISTINCT c.id FROM class c
       JOIN class_session s ON s.class_id = c.id JOIN class_part p ON p.session_id = s.id
       JOIN slot l ON l.delivery_id = p.delivery_id
       JOIN account a ON a.person_id = l.teacher_id AND a.email = 'teacher@demo.naga.example'`,
  );
  const pages = Array.from({ length: 40 }, (_, page) => `/students?page=${page + 1}`);
  return [
    { name: "bare", origin: BARE, paths: ["/"] },
    { name: "list", origin: APP, paths: pages, cookie: registrar },
    {
      name: "search",
      origin: APP,
      paths: QUERIES.map((text) => `/api/v1/people/search?q=${encodeURIComponent(text)}`),
      cookie: registrar,
    },
    {
      name: "student",
      origin: APP,
      paths: numbers.map(({ number }) => `/students/${number}`),
      cookie: registrar,
    },
    { name: "roster", origin: APP, paths: classes.map(({ id }) => `/teach/classes/${id}`), cookie: teacher },
    { name: "home", origin: APP, paths: ["/home"], cookie: registrar },
  ];
}

type Figures = Record<
  string,
  { one: number[]; oneP50: number[]; sixteen: number[]; sixteenP95: number[]; bytes: number }
>;

async function interleaved(list: Target[], seconds: number): Promise<Figures> {
  const figures: Figures = {};
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const { name, origin, paths, cookie } of list) {
      const headers: Record<string, string> = cookie ? { cookie } : {};
      const one = await measure({ origin, paths, headers, seconds, connections: 1 });
      const sixteen = await measure({ origin, paths, headers, seconds, connections: 16 });
      figures[name] ??= { one: [], oneP50: [], sixteen: [], sixteenP95: [], bytes: 0 };
      figures[name].one.push(one.rps);
      figures[name].oneP50.push(one.p50);
      figures[name].sixteen.push(sixteen.rps);
      figures[name].sixteenP95.push(sixteen.p95);
      figures[name].bytes = sixteen.bytesEach;
      console.log(
        `round ${round}  ${name.padEnd(8)} 1: ${one.rps}/s p50 ${one.p50} ms   16: ${sixteen.rps}/s p95 ${sixteen.p95} ms`,
      );
    }
  }
  return figures;
}

/** Resident memory of the web process in MB, as it tells Prometheus itself (Next renames its process). */
async function webMemory(): Promise<number> {
  const text = await (await fetch(`${APP}/api/metrics`)).text();
  const bytes = Number(text.match(/^process_resident_memory_bytes (\d+)/m)?.[1]);
  if (!bytes) throw new Error("/api/metrics does not tell the memory of the process");
  return Math.round(bytes / 1024 / 1024);
}

/** Everything at once for some minutes; resident memory of the web process after each minute, MB. */
async function loadForMinutes(list: Target[], minutes: number): Promise<number[]> {
  const memory: number[] = [];
  const pages = list.filter((target) => target.name !== "bare");
  for (let minute = 1; minute <= minutes; minute += 1) {
    await Promise.all(
      pages.map(({ origin, paths, cookie }) =>
        measure({ origin, paths, headers: cookie ? { cookie } : {}, seconds: 60, connections: 3 }),
      ),
    );
    memory.push(await webMemory());
    console.log(`soak minute ${minute}: web ${memory.at(-1)} MB`);
  }
  return memory;
}

/** Memory after ten minutes of load, what was added in the second half of them, and what the worker holds; MB. */
async function memoryUnderLoad(list: Target[], quick: boolean): Promise<Record<string, number>> {
  const minutes = await loadForMinutes(list, quick ? 1 : 10);
  const last = minutes.at(-1) ?? Number.NaN;
  return {
    web_rss_mb: last,
    web_rss_growth_mb: last - (minutes[Math.floor(minutes.length / 2)] ?? last),
    worker_rss_mb: await residentMb(findProcess("jobs/worker.ts")),
  };
}

/** `npm run bench -- people`: the pages of issue "the house" over HTTP with a session, beside a bare page and their SQL. */
export async function run({
  quick,
  soak,
}: {
  quick: boolean;
  soak: "with" | "only" | "without";
}): Promise<Record<string, unknown>> {
  const app = await serve(["scripts/start.mjs"], {
    ready: `${APP}/health/ready`,
    minutes: 15,
    env: { PORT: "8090", NAGA_RATE_LIMITS: "off" },
  });
  const databaseUrl =
    process.env.DATABASE_URL ?? readFileSync(join(root, ".naga/database-url"), "utf8").trim();
  process.env.DATABASE_URL = databaseUrl;
  process.env.NAGA_ENV ??= "local";
  const bare = await startBare();
  try {
    const list = await targets();
    const seconds = quick ? 2 : 6;
    if (soak === "only") return { ...(await memoryUnderLoad(list, quick)), quick };
    const figures = await interleaved(list, seconds);
    const sql = await statementsOf(() =>
      listStudents(systemActor("bench"), {
        q: "",
        status: [],
        programme: [],
        studyTime: [],
        monk: null,
        transfer: null,
        level: [],
        gender: [],
        province: [],
        born: null,
        admitted: null,
        sort: null,
        among: null,
        except: null,
        without: null,
        page: 1,
        size: 50,
      }),
    );
    const memory = soak === "without" ? {} : await memoryUnderLoad(list, quick);
    const of = (name: string) =>
      figures[name] ?? { one: [], oneP50: [], sixteen: [], sixteenP95: [], bytes: 0 };
    console.log("\nmedians of five rounds");
    for (const { name } of list) {
      const { one, oneP50, sixteen, sixteenP95, bytes } = of(name);
      console.log(
        `${name.padEnd(8)} 1 connection ${median(one)}/s, p50 ${median(oneP50)} ms; 16: ${median(sixteen)}/s, p95 ${median(sixteenP95)} ms; ${bytes} B`,
      );
    }
    return {
      list_rps: median(of("list").sixteen),
      list_over_bare: Number((median(of("list").sixteen) / median(of("bare").sixteen)).toFixed(3)),
      search_rps: median(of("search").sixteen),
      student_rps: median(of("student").sixteen),
      roster_rps: median(of("roster").sixteen),
      home_ms: median(of("home").oneP50),
      ...memory,
      list_sql_per_s: pgbench(databaseUrl, sql, seconds),
      quick,
    };
  } finally {
    await end(bare);
    await end(app);
  }
}
