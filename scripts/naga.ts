import { Command } from "commander";
import { registerDatabase } from "./naga/database";
import { registerSeed } from "./naga/seed";

const program = new Command("naga").description("Naga SIS from the command line (npm run naga -- …)");
registerDatabase(program);
registerSeed(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  if (process.env.NAGA_LOG_LEVEL === "debug") console.error(error);
  process.exitCode = 1;
}
