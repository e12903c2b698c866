export {};

/**
 * `npm run bench -- NAME [--quick] [--soak-only | --no-soak]`: runs one benchmark; its last line is `RESULT {json}`.
 * The soak is ten minutes of load beside the measured rounds, where a benchmark has one.
 */
type Options = { quick: boolean; soak: "with" | "only" | "without" };

const benches: Record<
  string,
  () => Promise<{ run: (options: Options) => Promise<Record<string, unknown>> }>
> = {
  people: () => import("./people"),
  import: () => import("./import"),
  session: () => import("./session"),
  search: () => import("./search"),
  timetable: () => import("./timetable"),
};

const [name = "", ...flags] = process.argv.slice(2);
const load = benches[name];
if (!load) {
  console.error(`Name a benchmark: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
const { run } = await load();
const soak = flags.includes("--soak-only") ? "only" : flags.includes("--no-soak") ? "without" : "with";
const result = await run({ quick: flags.includes("--quick"), soak });
console.log(`RESULT ${JSON.stringify(result)}`);
process.exit(0);
