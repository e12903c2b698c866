import "server-only";
import { campusToday } from "@/lib/platform/dates/campus";
import { settingOn } from "@/lib/platform/settings/settings";
import type { Occasion } from "./tell-facts";

/** What today's messages say of the day and the university. */
export async function occasionOfToday(): Promise<Occasion> {
  const today = campusToday();
  const { name, nameKm } = await settingOn("documents.letterhead", today);
  return { today, university: { en: name, km: nameKm } };
}
