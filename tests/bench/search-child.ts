import { listStudents } from "@/lib/people/queries/list-students";
import { searchPeople } from "@/lib/people/queries/search-people";
import { loadStudentListParams } from "@/lib/people/search-params";
import { systemActor } from "@/lib/platform/access/actor";
import { closePool } from "@/lib/platform/db/pool";
import { makeMix, someTypos } from "./search-mix";

/**
 * One scale of `npm run bench -- search`, in a process of its own with a pool of its own: the parent asks for rounds in
 * turn, so that both scales meet the same weather.
 */
export type Ask =
  | { what: "searches"; each: number }
  | { what: "lists"; times: number }
  | { what: "typos"; count: number }
  | { what: "end" };
/** Milliseconds of each run, by name; or the share of typos that were found. */
export type Answer = { times: Record<string, number[]> } | { found: number; missed: string[] };

const actor = systemActor("bench");

const LISTS: Record<string, Record<string, string>> = {
  "page 1": {},
  "page 200": { page: "200" },
  "name, page 1": { sort: "name" },
  "name, page 200": { sort: "name", page: "200" },
  "status, page 1": { sort: "status" },
  "programme, page 1": { sort: "programme" },
  "study time, page 1": { sort: "studyTime" },
  "active, page 1": { status: "ACTIVE" },
  "two statuses, page 1": { status: "FROZEN,SUSPENDED" },
  "active by name, page 1": { status: "ACTIVE", sort: "name" },
  "programme BUSADMIN, page 1": { programme: "BUSADMIN" },
  "weekend, page 1": { studyTime: "WEEKEND" },
  "monks, page 1": { monk: "true" },
  "transfers, page 1": { transfer: "true" },
  "women, page 1": { gender: "F" },
  "province, page 1": { province: "TAKEO" },
  "born 1995-1996, page 1": { born: "1995-1996" },
  "admitted 2010, page 1": { admitted: "2010-2010" },
  "level 5, page 1": { level: "5" },
  "without a phone, page 1": { without: "phone" },
  "without a Khmer name, page 1": { without: "khmerName" },
  "searched, page 1": { q: "sok" },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function searches(each: number): Promise<Answer> {
  const times: Record<string, number[]> = {};
  for (const [kind, queries] of Object.entries(await makeMix(each))) {
    const list: number[] = [];
    for (const q of queries)
      list.push(await timed(() => searchPeople(actor, { q, kind: "student", limit: 10 })));
    times[kind] = list;
  }
  return { times };
}

async function lists(count: number): Promise<Answer> {
  const times: Record<string, number[]> = {};
  for (const [name, params] of Object.entries(LISTS)) {
    const { term: _, ...filter } = loadStudentListParams(params);
    const read = () => listStudents(actor, { ...filter, among: null, except: null });
    // The count is kept for a minute (long-lists.ts): it is paid by this one.
    await read();
    const list: number[] = [];
    for (let i = 0; i < count; i++) list.push(await timed(read));
    times[name] = list;
  }
  return { times };
}

async function typos(count: number): Promise<Answer> {
  const wanted = await someTypos(count);
  const missed: string[] = [];
  for (const { q, familyName, personalName } of wanted) {
    const hits = await searchPeople(actor, { q, kind: "student", limit: 10 });
    if (!hits.some((hit) => hit.familyName === familyName && hit.personalName === personalName))
      missed.push(`${q} (${familyName} ${personalName})`);
  }
  return { found: 1 - missed.length / wanted.length, missed };
}

process.on("message", async (ask: Ask) => {
  if (ask.what === "end") {
    await closePool();
    process.exit(0);
  }
  process.send?.(
    await (ask.what === "searches"
      ? searches(ask.each)
      : ask.what === "lists"
        ? lists(ask.times)
        : typos(ask.count)),
  );
});
