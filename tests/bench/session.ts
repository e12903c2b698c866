import { type ChildProcess, execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSecrets } from "../../scripts/start/secrets.mjs";
import { Visitor } from "../contract/visitor";
import { measure, median } from "./measure";
import { end, root, serve } from "./processes";

const APP = "http://localhost:8090";
const BARE = "http://localhost:8091";
const OTHER = "http://localhost:8092";
const ROUNDS = 5;
/** Asks for nobody: session, access, limits and schema are passed, and no statement of the search runs. */
const WITH_SESSION = "/api/v1/people/search?q=-";
const EMAIL = "registrar@demo.naga.example";

type Target = { name: string; origin: string; path: string; cookie?: string };
type Figures = Record<string, { p50: number[]; p95: number[]; rps: number[] }>;

async function startBare() {
  const cwd = join(root, "tests/bench/bare");
  const next = join(root, "node_modules/next/dist/bin/next");
  // Built for another bench before this route was there.
  if (!existsSync(join(cwd, ".next/server/app/json/route.js"))) {
    execFileSync(process.execPath, [next, "build"], { cwd, stdio: "inherit" });
  }
  return serve([next, "start", "-p", new URL(BARE).port], {
    cwd,
    ready: `${BARE}/json`,
    minutes: 1,
    env: { NODE_ENV: "production" },
  });
}

/** A second web process on the same database, with the same secret: another instance behind the same proxy. */
function startOther(databaseUrl: string) {
  return serve(["scripts/start/serve.mjs"], {
    ready: `${OTHER}/health/ready`,
    minutes: 2,
    env: {
      NODE_ENV: "production",
      NAGA_ENV: "local",
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: loadSecrets(join(root, ".naga")).nextAuthSecret,
      NAGA_RATE_LIMITS: "off",
      NAGA_URL: OTHER,
      PORT: new URL(OTHER).port,
      HOSTNAME: "127.0.0.1",
    },
  });
}

async function signIn(): Promise<Visitor> {
  const visitor = new Visitor(APP);
  await visitor.signInAs(EMAIL);
  return visitor;
}

async function interleaved(list: Target[], seconds: number): Promise<Figures> {
  const figures: Figures = {};
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const { name, origin, path, cookie } of list) {
      const headers: Record<string, string> = cookie ? { cookie } : {};
      const load = { origin, paths: [path], seconds, headers };
      const one = await measure({ ...load, connections: 1 });
      const sixteen = await measure({ ...load, connections: 16 });
      figures[name] ??= { p50: [], p95: [], rps: [] };
      figures[name].p50.push(one.p50);
      figures[name].p95.push(one.p95);
      figures[name].rps.push(sixteen.rps);
      console.log(
        `round ${round}  ${name.padEnd(8)} 1: p50 ${one.p50} ms p95 ${one.p95} ms   16: ${sixteen.rps}/s`,
      );
    }
  }
  return figures;
}

/**
 * Milliseconds from the moment in which somebody sends "sign out" to one instance until another instance, which served
 * the session a moment ago, refuses it. It is asked without a pause meanwhile.
 */
async function revocation(): Promise<number> {
  const visitor = await signIn();
  const cookie = visitor.cookieHeader;
  const there = async () => {
    const answer = await fetch(`${OTHER}${WITH_SESSION}`, { headers: { cookie } });
    await answer.arrayBuffer();
    return answer.status;
  };
  if ((await there()) !== 200) throw new Error("the other instance does not know the session");
  const form = await visitor.formOf("/account", "Sign out</button></form>");
  const start = performance.now();
  const leaving = visitor.send("/account", form, {}, {});
  let served = 0;
  while ((await there()) === 200) {
    served += 1;
    if (performance.now() - start > 60_000) throw new Error("the other instance never refused the session");
  }
  const took = performance.now() - start;
  if ((await leaving).status !== 303) throw new Error("signing out did not work");
  console.log(`revoked here, refused there after ${took.toFixed(1)} ms (${served} answers in between)`);
  return took;
}

/** `npm run bench -- session`: what session and access cost a request, and how fast an end is heard elsewhere. */
export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const started: ChildProcess[] = [];
  try {
    const app = serve(["scripts/start.mjs"], {
      ready: `${APP}/health/ready`,
      minutes: 15,
      env: { PORT: new URL(APP).port, NAGA_RATE_LIMITS: "off" },
    });
    started.push(await app);
    started.push(await startBare());
    const databaseUrl =
      process.env.DATABASE_URL ?? readFileSync(join(root, ".naga/database-url"), "utf8").trim();
    started.push(await startOther(databaseUrl));
    const cookie = (await signIn()).cookieHeader;
    const figures = await interleaved(
      [
        { name: "bare", origin: BARE, path: "/json" },
        // The same house without a session: what the front door alone costs.
        { name: "door", origin: APP, path: "/health/live" },
        { name: "session", origin: APP, path: WITH_SESSION, cookie },
      ],
      quick ? 2 : 6,
    );
    const revocations: number[] = [];
    for (let index = 0; index < (quick ? 5 : 20); index += 1) revocations.push(await revocation());
    const of = (name: string) => figures[name] ?? { p50: [], p95: [], rps: [] };
    const added = of("session").p50.map((value, round) => value - (of("bare").p50[round] ?? Number.NaN));
    const cpu = of("session").rps.map(
      (rps, round) => 1000 / rps - 1000 / (of("bare").rps[round] ?? Number.NaN),
    );
    const two = (value: number) => Number(value.toFixed(2));
    return {
      added_ms: two(median(added)),
      revocation_ms: two(median(revocations)),
      revocation_max_ms: two(Math.max(...revocations)),
      bare_ms: two(median(of("bare").p50)),
      door_ms: two(median(of("door").p50)),
      session_ms: two(median(of("session").p50)),
      session_p95_ms: two(median(of("session").p95)),
      added_cpu_ms: two(median(cpu)),
      session_rps: median(of("session").rps),
      session_over_bare: Number((median(of("session").rps) / median(of("bare").rps)).toFixed(3)),
      quick,
    };
  } finally {
    for (const child of started.reverse()) await end(child);
  }
}
