export {};

/** `npm run bench -- NAME [--quick] [--soak-only]`: runs one benchmark; its last line is `RESULT {json}`. */
type Options = { quick: boolean; soakOnly: boolean };

const benches: Record<
  string,
  () => Promise<{ run: (options: Options) => Promise<Record<string, unknown>> }>
> = {
  people: () => import("./people"),
  import: () => import("./import"),
  session: () => import("./session"),
};

const [name = "", ...flags] = process.argv.slice(2);
const load = benches[name];
if (!load) {
  console.error(`Name a benchmark: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
const { run } = await load();
const result = await run({ quick: flags.includes("--quick"), soakOnly: flags.includes("--soak-only") });
console.log(`RESULT ${JSON.stringify(result)}`);
process.exit(0);
