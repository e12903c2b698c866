import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayToDb } from "@/lib/platform/dates/campus";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { ChangeSettingInput } from "@/lib/platform/settings/schemas";
import { SETTINGS, type SettingKey } from "@/lib/platform/settings/settings";

function parseValue(key: SettingKey, text: string): Prisma.InputJsonValue {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid", "validation.failed", {
      cause,
      fields: { value: ["platform.setting_not_json"] },
    });
  }
  const parsed = SETTINGS[key].schema.safeParse(json);
  if (!parsed.success) {
    throw new AppError("invalid", "validation.failed", {
      fields: { value: ["platform.setting_value_wrong"] },
    });
  }
  return parsed.data as Prisma.InputJsonValue;
}

/**
 * Gives a setting another value from a day on. Days before today are refused: results keep the rule that made them.
 * @throws AppError invalid, not_found for an unknown key, stale when somebody changed the row of that day
 */
export async function changeSetting(actor: Actor, input: ChangeSettingInput): Promise<{ key: string }> {
  authorise(actor, "settings:edit");
  if (!Object.hasOwn(SETTINGS, input.key)) throw new AppError("not_found", "platform.not_found");
  const key = input.key as SettingKey;
  const value = parseValue(key, input.value);
  if (input.validFrom < campusToday()) {
    throw new AppError("invalid", "validation.failed", {
      fields: { validFrom: ["platform.setting_in_the_past"] },
    });
  }
  const validFrom = dayToDb(input.validFrom);
  // The lever that ends read-only mode must work in read-only mode.
  const evenWhenReadOnly = key === "operations.read_only";
  return writeTx(actor, { reason: input.reason, evenWhenReadOnly }, async (tx) => {
    if (input.version === 0) {
      const { count } = await tx.setting.createMany({
        data: [{ key, value, validFrom }],
        skipDuplicates: true,
      });
      if (count === 0) throw new AppError("stale", "platform.stale");
      return { key };
    }
    const { count } = await tx.setting.updateMany({
      where: { key, validFrom, version: input.version },
      data: { value, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "platform.stale");
    return { key };
  });
}
