import "server-only";
import { headers } from "next/headers";
import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import { type AccountActor, actorLabel, authorise } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { requireActor } from "@/lib/platform/auth/page";
import { AppError } from "@/lib/platform/errors";
import { type ToldError, tellError } from "@/lib/platform/errors-text";
import { claimFor, orStored } from "@/lib/platform/idempotency/claim";
import { currentContext, withContext } from "@/lib/platform/observability/context";
import { metrics } from "@/lib/platform/observability/metrics";
import { consume, limitKey } from "@/lib/platform/rate-limit/consume";
import { isKeepable } from "@/lib/platform/validation/keepable";
import { fieldCodes } from "@/lib/platform/validation/zod-codes";

/** What every action gives back to the browser. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ToldError };

/** Sent beside the input; the key makes a repeated call harmless. */
export type ActionMeta = { idempotencyKey?: string };

type Definition<Input extends z.ZodType> = {
  /** `<domain>.<verb>`, as in the audit and the access matrix. */
  name: string;
  permission: Permission | "signed_in";
  input: Input;
};

type Command<Input, Output> = (actor: AccountActor, input: Input) => Promise<Output>;

class Told extends Error {
  constructor(readonly told: ToldError) {
    super(told.code);
  }
}

const client = createSafeActionClient({
  defineMetadataSchema: () => z.object({ name: z.string() }),
  handleServerError: async (error, { metadata }): Promise<ToldError> =>
    error instanceof Told ? error.told : tellError(error, metadata.name),
});

async function perform<Input extends z.ZodType, Output, Shown>(
  definition: Definition<Input>,
  command: Command<z.output<Input>, Output>,
  show: ((output: Output) => Promise<Shown>) | undefined,
  { input, meta }: { input?: unknown; meta?: ActionMeta | undefined },
): Promise<Output | Shown> {
  const requestHeaders = await headers();
  const requestId = requestHeaders.get("x-request-id") ?? undefined;
  const actor = await requireActor();
  return withContext({ requestId, actor: actorLabel(actor) }, async () => {
    try {
      if (definition.permission !== "signed_in") authorise(actor, definition.permission);
      await consume("write", limitKey(actor, requestHeaders));
      if (!isKeepable(input)) throw new AppError("invalid", "validation.failed");
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) {
        throw new AppError("invalid", "validation.failed", { fields: fieldCodes(parsed.error) });
      }
      const key = meta?.idempotencyKey;
      const idempotency = key && claimFor(actor.accountId, key, definition.name, input);
      const once = () => command(actor, parsed.data);
      const output = await (idempotency
        ? withContext({ ...currentContext(), idempotency }, () => orStored(once))
        : once());
      return show ? await show(output) : output;
    } catch (error) {
      // Told here, where the request's context still runs; next-safe-action handles redirects and the like.
      if (error instanceof Error && "digest" in error) throw error;
      throw new Told(await tellError(error, definition.name));
    }
  });
}

/**
 * The one builder of server actions: actor, permission, rate limit, input, idempotency, command, one typed result.
 * `show` makes of a command's result what the browser gets, such as sentences in the reader's language; it runs on
 * the answer to a repeated call too, which is the stored result of the command (ADR 3).
 *
 * `export const addPhone = action({ name: "people.add-phone", permission: "people:edit", input }).handler(command)`
 */
export function action<Input extends z.ZodType>(definition: Definition<Input>) {
  return {
    handler<Output, Shown = Output>(
      command: Command<z.output<Input>, Output>,
      show?: (output: Output) => Promise<Shown>,
    ) {
      const safe = client
        .metadata({ name: definition.name })
        .inputSchema(
          z.object({
            input: z.unknown(),
            meta: z.object({ idempotencyKey: z.string().optional() }).optional(),
          }),
        )
        .action(({ parsedInput }) => perform(definition, command, show, parsedInput));
      return async (input: z.input<Input>, meta?: ActionMeta): Promise<ActionResult<Shown>> => {
        const result = await safe({ input, meta });
        const error = result.serverError;
        metrics().actions.inc({ action: definition.name, result: error ? error.kind : "ok" });
        return error ? { ok: false, error } : { ok: true, data: result.data as Shown };
      };
    },
  };
}
