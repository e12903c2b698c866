import { randomBytes } from "node:crypto";
import { type Command, Option } from "commander";
import { systemActor } from "@/lib/platform/access/actor";
import { ROLES, type RoleName } from "@/lib/platform/access/roles";
import { createAccount, resetPassword } from "@/lib/platform/auth/accounts";
import { openEmergency } from "@/lib/platform/auth/emergency";
import { closePool } from "@/lib/platform/db/pool";
import { closePrisma } from "@/lib/platform/db/prisma";
import { isAppError } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/i18n/translator";

type Given = { name: string; role: RoleName; reason: string };

/** `naga account create`, `password` and `emergency`: the ways in where nobody can sign in yet, or any more. */
export function registerAccount(program: Command): void {
  const account = program.command("account").description("local accounts with a password");
  const actor = systemActor("command-line");

  account
    .command("create <email>")
    .description("make an account with its first role; prints a password to be changed")
    .requiredOption("--name <name>", "as shown on screen, family name first")
    .addOption(new Option("--role <role>", "its first role").choices(ROLES).default("admin"))
    .requiredOption("--reason <reason>", "stands in the audit log")
    .action(async (email: string, { name, role, reason }: Given) => {
      const password = makePassword();
      await told(() => createAccount(actor, { email, displayName: name, password, role, reason }));
      console.log(
        process.env.KEYCLOAK_ISSUER
          ? `${email} may sign in as ${role}, through Keycloak, where this e-mail must be confirmed.`
          : `${email} may sign in as ${role}.\nPassword, shown once; change it under "Your account": ${password}`,
      );
    });

  account
    .command("password <email>")
    .description("set a new password and sign the account out everywhere")
    .requiredOption("--reason <reason>", "stands in the audit log")
    .action(async (email: string, { reason }: { reason: string }) => {
      const password = makePassword();
      await told(() => resetPassword(actor, email, password, reason));
      console.log(`New password of ${email}, shown once: ${password}`);
    });

  account
    .command("emergency")
    .description(
      "open a local administrator for one hour, when Keycloak lets nobody in; everybody will see it",
    )
    .requiredOption("--email <email>", "used for emergencies only, nobody's everyday address")
    .requiredOption("--reason <reason>", "stands in the audit log")
    .action(async ({ email, reason }: { email: string; reason: string }) => {
      const password = makePassword();
      const { until } = await told(() => openEmergency(actor, { email, reason, password }));
      console.log(
        [
          `${email} may sign in once as admin, until ${until.toISOString()}: /sign-in?emergency`,
          `Password, shown once and used up by the first sign-in: ${password}`,
          "Every administrator sees a red notice, and the audit log names the reason.",
        ].join("\n"),
      );
    });
}

/** 120 bits, in groups that can be read out. */
function makePassword(): string {
  return (randomBytes(15).toString("hex").match(/.{5}/g) ?? []).join("-");
}

/** Expected errors in words, since the codes say nothing to a person. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error)) throw error;
    const say = translator("errors", "en") as unknown as (code: string, params?: object) => string;
    throw new Error(say(error.code, error.params), { cause: error });
  } finally {
    await closePrisma();
    await closePool();
  }
}
