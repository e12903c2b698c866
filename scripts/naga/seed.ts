import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Command, Option } from "commander";
import { environmentName, migrationUrl, root } from "./connection";

type Progress = { step: string; done?: number; total?: number };
type SeedDemo = (options: {
  scale: string;
  databaseUrl: string;
  anchorDate?: string;
  onProgress: (progress: Progress | string) => void;
}) => Promise<unknown>;

/** `naga seed demo --scale small|campus` */
export function registerSeed(program: Command): void {
  const seed = program.command("seed").description("invented data");

  seed
    .command("demo")
    .description("fill an empty database with the demo campus")
    .addOption(
      new Option("--scale <scale>", "how many people").choices(["small", "campus"]).default("campus"),
    )
    .option("--anchor-date <day>", "the day that counts as today, YYYY-MM-DD")
    .action(async ({ scale, anchorDate }: { scale: string; anchorDate?: string }) => {
      if (!["local", "test", "staging"].includes(environmentName())) {
        throw new Error(`The demo campus is refused where NAGA_ENV is "${environmentName()}".`);
      }
      const seedDemo = await load();
      await seedDemo({ scale, databaseUrl: migrationUrl(), anchorDate, onProgress: report });
    });
}

async function load(): Promise<SeedDemo> {
  const path = join(root, "prisma/seed/demo.ts");
  if (!existsSync(path)) throw new Error("prisma/seed/demo.ts is missing.");
  return ((await import(pathToFileURL(path).href)) as { seedDemo: SeedDemo }).seedDemo;
}

function report(progress: Progress | string): void {
  const { step, done, total }: Progress = typeof progress === "string" ? { step: progress } : progress;
  console.log(`  ${step}${total ? ` ${done ?? 0}/${total}` : ""}`);
}
