import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import type { SettingDto } from "@/lib/platform/settings/schemas";
import { SETTINGS, type SettingKey } from "@/lib/platform/settings/settings";

type Row = { id: number; key: string; value: unknown; valid_from: string; version: number };

/** Every setting with its default, its value on `day` (YYYY-MM-DD) and all dated rows, the newest first. */
export async function listSettings(actor: Actor, day: string): Promise<SettingDto[]> {
  authorise(actor, "settings:read");
  const rows = await query<Row>(
    "platform.list-settings",
    "SELECT id, key, value, valid_from, version FROM setting ORDER BY key, valid_from DESC",
  );
  return (Object.keys(SETTINGS) as SettingKey[]).map((key) => {
    const own = rows.filter((row) => row.key === key);
    const current = own.find((row) => row.valid_from <= day);
    const byDefault = JSON.stringify(SETTINGS[key].byDefault);
    return {
      key,
      value: current ? JSON.stringify(current.value) : byDefault,
      byDefault,
      source: SETTINGS[key].source,
      rows: own.map((row) => ({
        id: row.id,
        value: JSON.stringify(row.value),
        validFrom: row.valid_from,
        version: row.version,
        current: row === current,
      })),
    };
  });
}
