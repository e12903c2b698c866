import { Command } from "commander";
import { unreachable } from "@/lib/platform/env/start-check";
import { registerAccount } from "./naga/account";
import { migrationUrl } from "./naga/connection";
import { registerDatabase } from "./naga/database";
import { registerSeed } from "./naga/seed";

const SERVER =
  /^(ECONN[A-Z]+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|28000|28P01|3D000|53100|53300|57P03)$/;

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

/** A server that does not answer or has no room: its own words help nobody. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const told = process.env.DATABASE_URL ? withServerCode(error) : null;
  return told ? unreachable(migrationUrl(), told) : error.message;
}

/** The error of the server or of the way to it, however deep it lies. */
function withServerCode(error: unknown): Error | null {
  if (!(error instanceof Error)) return null;
  return SERVER.test(String((error as { code?: string }).code)) ? error : withServerCode(error.cause);
}
