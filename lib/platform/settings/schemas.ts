import { z } from "zod";
import { reasonText } from "@/lib/platform/validation/reason";

/** A setting gets another value from a day on. */
export const changeSettingInput = z.strictObject({
  key: z.string().min(1),
  /** JSON text of the value, checked against the schema of the key. */
  value: z.string().min(1).max(5_000),
  /** YYYY-MM-DD, today or later: what was decided with the old value stays as it was. */
  validFrom: z.iso.date(),
  /** Version of the row of that day, or 0 where there is none yet. */
  version: z.int().min(0),
  reason: reasonText,
});

export type ChangeSettingInput = z.output<typeof changeSettingInput>;

/** One setting as the settings page shows it; values are JSON texts. */
export type SettingDto = {
  key: string;
  value: string;
  byDefault: string;
  source: string;
  rows: { id: number; value: string; validFrom: string; version: number; current: boolean }[];
};
