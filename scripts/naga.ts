import { Command } from "commander";
import { unreachable } from "@/lib/platform/env/start-check";
import { registerAccount } from "./naga/account";
import { migrationUrl } from "./naga/connection";
import { registerDatabase } from "./naga/database";
import { registerSeed } from "./naga/seed";

const program = new Command("naga").description("Naga SIS from the command line (npm run naga -- …)");
registerDatabase(program);
registerSeed(program);
registerAccount(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`✗ ${explain(error)}`);
  if (process.env.NAGA_LOG_LEVEL === "debug") console.error(error);
  process.exitCode = 1;
}

/** A server that does not answer is the commonest reason; its own words help nobody. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: string }).code ?? "";
  const unreached = /^(E[A-Z]+|28000|28P01|3D000|53300|57P03)$/.test(code);
  return unreached && process.env.DATABASE_URL ? unreachable(migrationUrl(), error) : error.message;
}
