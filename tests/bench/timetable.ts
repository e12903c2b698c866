import { readFileSync } from "node:fs";
import { join } from "node:path";
import { query } from "@/lib/platform/db/pool";
import { Visitor } from "../contract/visitor";
import { BARE, startBare } from "./bare-server";
import { measure, median } from "./measure";
import { end, root, serve } from "./processes";
import { meetingsPerSecond, moveTimes } from "./timetable-moves";
import { solveTerm } from "./timetable-solver";

const APP = "http://localhost:8090";
const ROUNDS = 5;

/** Requests a second of the week grid of rooms and teachers, this week, beside a bare page. */
async function gridRequests(seconds: number): Promise<{ grid: number[]; bare: number[] }> {
  const visitor = new Visitor(APP);
  await visitor.signInAs("registrar@demo.naga.example");
  const rooms = await query<{ code: string }>(
    "bench.rooms",
    "SELECT r.code FROM room r WHERE EXISTS (SELECT FROM slot s WHERE s.room_id = r.id AND s.live) ORDER BY md5(r.code) LIMIT 30",
  );
  const teachers = await query<{ number: number }>(
    "bench.teachers",
    "SELECT t.number FROM teacher t WHERE EXISTS (SELECT FROM slot s WHERE s.teacher_id = t.person_id AND s.live) ORDER BY md5(t.number::text) LIMIT 30",
  );
  const paths = [
    ...rooms.map(({ code }) => `/timetable?of=room&id=${encodeURIComponent(code)}`),
    ...teachers.map(({ number }) => `/timetable?of=teacher&id=${number}`),
  ];
  const headers = { cookie: visitor.cookieHeader };
  const grid: number[] = [];
  const bare: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    bare.push((await measure({ origin: BARE, paths: ["/"], seconds, connections: 16 })).rps);
    const measured = await measure({ origin: APP, paths, headers, seconds, connections: 16 });
    grid.push(measured.rps);
    console.log(
      `round ${round}  week ${measured.rps}/s p95 ${measured.p95} ms ${measured.bytesEach} B   bare ${bare.at(-1)}/s`,
    );
  }
  return { grid, bare };
}

/**
 * `npm run bench -- timetable`: a coming term's meetings made from its weekly times, 200 weekly times moved, the week
 * over HTTP, and a whole term drafted. Everything is as before afterwards, but for versions.
 */
export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const app = await serve(["scripts/start.mjs"], {
    ready: `${APP}/health/ready`,
    minutes: 15,
    env: { PORT: "8090", NAGA_RATE_LIMITS: "off" },
  });
  process.env.DATABASE_URL ??= readFileSync(join(root, ".naga/database-url"), "utf8").trim();
  process.env.NAGA_ENV ??= "local";
  const bare = await startBare();
  try {
    const meetings = await meetingsPerSecond();
    const { moves, reference } = await moveTimes(quick ? 40 : 200);
    const requests = await gridRequests(quick ? 2 : 6);
    const solver = await solveTerm();
    const p95 = moves.map(
      (times) => times[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? Number.NaN,
    );
    const p50 = moves.map((times) => times[Math.floor(times.length * 0.5)] ?? Number.NaN);
    return {
      meetings_per_second: Math.round(median(meetings.perSecond)),
      meetings_bare_per_second: Math.round(median(meetings.bare)),
      meetings: meetings.made,
      move_p50_ms: Number(median(p50).toFixed(1)),
      move_p95_ms: Number(median(p95).toFixed(1)),
      row_ms: Number(median(reference).toFixed(1)),
      grid_rps: median(requests.grid),
      grid_over_bare: Number((median(requests.grid) / median(requests.bare)).toFixed(3)),
      solver_seconds: Number(solver.seconds.toFixed(1)),
      hard_violations: solver.violations,
      placed: Number(solver.placed.toFixed(4)),
      deliveries: solver.deliveries,
      quick,
    };
  } finally {
    await end(bare);
    await end(app);
  }
}
