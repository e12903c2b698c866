import { type Command, Option } from "commander";
import type { SeedScale } from "@/prisma/seed/demo";
import { environmentName, migrationUrl } from "./connection";

type Options = { scale: SeedScale; anchorDate?: string; replace?: boolean };

/** `naga seed demo --scale small|campus|million` */
export function registerSeed(program: Command): void {
  const seed = program.command("seed").description("invented data");

  seed
    .command("demo")
    .description("fill an empty database with the demo campus")
    .addOption(
      new Option("--scale <scale>", "how many people")
        .choices(["small", "campus", "million"])
        .default("campus"),
    )
    .option("--anchor-date <day>", "the day that counts as today, YYYY-MM-DD")
    .option("--replace", "empty the database first (local and test only)")
    .action(async (options: Options) => {
      const { seedDemoCommand } = await import("@/prisma/seed/command");
      await seedDemoCommand({
        ...options,
        environment: environmentName(),
        databaseUrl: migrationUrl(),
        say: (line) => console.log(`  ${line}`),
      });
    });
}
