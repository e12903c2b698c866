import "server-only";
import { headers } from "next/headers";
import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import { type AccountActor, actorLabel, authorise } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { requireActor } from "@/lib/platform/auth/page";
import { AppError } from "@/lib/platform/errors";
import { type ToldError, tellError } from "@/lib/platform/errors-text";
import { claimFor, Replay } from "@/lib/platform/idempotency/claim";
import { withContext } from "@/lib/platform/observability/context";
import { metrics } from "@/lib/platform/observability/metrics";
import { consume, limitKey } from "@/lib/platform/rate-limit/consume";
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

const KEY = /^[\w-]{8,100}$/;

async function perform<Input extends z.ZodType, Output>(
  definition: Definition<Input>,
  command: Command<z.output<Input>, Output>,
  input: unknown,
  meta: ActionMeta | undefined,
): Promise<Output> {
  const requestHeaders = await headers();
  const requestId = requestHeaders.get("x-request-id") ?? undefined;
  const actor = await requireActor();
  const key = meta?.idempotencyKey;
  const idempotency =
    key !== undefined && KEY.test(key) ? claimFor(actor.accountId, key, definition.name, input) : undefined;
  return withContext({ requestId, actor: actorLabel(actor), idempotency }, async () => {
    try {
      if (definition.permission !== "signed_in") authorise(actor, definition.permission);
      await consume("write", limitKey(actor, requestHeaders));
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) {
        throw new AppError("invalid", "validation.failed", { fields: fieldCodes(parsed.error) });
      }
      return await command(actor, parsed.data);
    } catch (error) {
      if (error instanceof Replay) return error.response as Output;
      // Told here, where the request's context still runs; next-safe-action handles redirects and the like.
      if (error instanceof Error && "digest" in error) throw error;
      throw new Told(await tellError(error, definition.name));
    }
  });
}

/**
 * The one builder of server actions: actor, permission, rate limit, input, idempotency, command, one typed result.
 *
 * `export const addPhone = action({ name: "people.add-phone", permission: "people:edit", input }).handler(command)`
 */
export function action<Input extends z.ZodType>(definition: Definition<Input>) {
  return {
    handler<Output>(command: Command<z.output<Input>, Output>) {
      const safe = client
        .metadata({ name: definition.name })
        .inputSchema(
          z.object({
            input: z.unknown(),
            meta: z.object({ idempotencyKey: z.string().optional() }).optional(),
          }),
        )
        .action(({ parsedInput }) => perform(definition, command, parsedInput.input, parsedInput.meta));
      return async (input: z.input<Input>, meta?: ActionMeta): Promise<ActionResult<Output>> => {
        const result = await safe({ input, meta });
        const error = result.serverError;
        metrics().actions.inc({ action: definition.name, result: error ? error.kind : "ok" });
        return error ? { ok: false, error } : { ok: true, data: result.data as Output };
      };
    },
  };
}
