import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { type RoomUseState, USE_BUILDINGS, USE_TYPES, USE_WEEKS } from "@/lib/classes/weeks/room-use-params";
import type { Day } from "@/lib/platform/dates/day";

/** Which weeks and which rooms; a form of the address, so that every choice can be kept and sent. */
export async function PeriodForm({ state, from }: { state: RoomUseState; from: Day }) {
  const [t, buildings, types] = await Promise.all([
    getTranslations("roomUse.period"),
    getTranslations("organization.buildings"),
    getTranslations("rooms.types"),
  ]);
  return (
    <form
      action="/timetable/rooms"
      aria-label={t("label")}
      data-print="hide"
      className="mb-stack grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <input type="hidden" name="sort" value={state.sort} />
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="use-week">{t("week")}</Label>
        <Input id="use-week" name="week" type="date" defaultValue={from} />
      </div>
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="use-weeks">{t("weeks")}</Label>
        <Select id="use-weeks" name="weeks" defaultValue={state.weeks}>
          {USE_WEEKS.map((weeks) => (
            <option key={weeks} value={weeks}>
              {t(`choices.${weeks}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="use-building">{t("building")}</Label>
        <Select id="use-building" name="building" defaultValue={state.building ?? ""}>
          <option value="">{t("allBuildings")}</option>
          {USE_BUILDINGS.map((building) => (
            <option key={building} value={building}>
              {buildings(building)}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex flex-col gap-1.5">
        <Label htmlFor="use-type">{t("type")}</Label>
        <Select id="use-type" name="type" defaultValue={state.type ?? ""}>
          <option value="">{t("teaching")}</option>
          {USE_TYPES.map((type) => (
            <option key={type} value={type}>
              {types(type)}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit" variant="outline" className="col-span-2">
        {t("show")}
      </Button>
    </form>
  );
}
