import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { timeOf } from "@/components/meetings/place";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import type { When } from "@/lib/classes/timetable/find-free";
import { BUILDINGS, ROOM_TYPES } from "@/lib/classes/timetable/kinds";
import type { loadFreeParams } from "@/lib/classes/timetable/search-params";
import type { DepartmentRow } from "@/lib/organization/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = {
  state: Awaited<ReturnType<typeof loadFreeParams>>;
  when: When;
  departments: readonly DepartmentRow[];
};

function Box({ label, name, children }: { label: string; name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Label htmlFor={`free-${name}`}>{label}</Label>
      {children}
    </div>
  );
}

function Switch({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label
      htmlFor={`free-${name}`}
      className="flex min-h-control cursor-pointer items-center gap-2 text-sm touch:min-h-11"
    >
      <Checkbox id={`free-${name}`} name={name} value="true" defaultChecked={checked} />
      {label}
    </label>
  );
}

/** What is looked for, as a form that is an address: it can be sent, kept and gone back to. */
export async function FinderForm({ state, when, departments }: Props) {
  const [t, rooms, buildings, format] = await Promise.all([
    getTranslations("meetings.free"),
    getTranslations("rooms.types"),
    getTranslations("organization.buildings"),
    getFormat(),
  ]);
  const teachers = state.what === "teachers";
  const other = new URLSearchParams({
    what: teachers ? "rooms" : "teachers",
    day: when.from,
    from: timeOf(when.startMin),
    to: timeOf(when.endMin),
    ...(when.weekly ? { weekly: "true", until: when.to } : {}),
    ...(state.delivery ? { delivery: String(state.delivery) } : {}),
  });
  const tab =
    "rounded-sm px-3 py-1.5 text-sm text-muted-foreground hover:text-foreground current:bg-accent current:text-accent-foreground touch:py-2.5";
  return (
    <form
      key={other.toString()}
      action="/timetable/free"
      data-print="hide"
      className="mb-stack flex flex-col gap-3"
    >
      <input type="hidden" name="what" value={state.what} />
      {state.delivery ? <input type="hidden" name="delivery" value={state.delivery} /> : null}
      <nav aria-label={t("what")} className="flex w-fit rounded-md border bg-card p-0.5">
        {(["rooms", "teachers"] as const).map((what) => (
          <Link
            key={what}
            href={`/timetable/free?${other.toString().replace(/^what=\w+/, `what=${what}`)}`}
            prefetch={false}
            aria-current={state.what === what || undefined}
            className={tab}
          >
            {t(what)}
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap items-end gap-3">
        <Box name="day" label={t("day")}>
          <Input id="free-day" type="date" name="day" defaultValue={when.from} className="w-40" />
        </Box>
        <Box name="from" label={t("from")}>
          <Input
            id="free-from"
            type="time"
            name="from"
            step={300}
            defaultValue={timeOf(when.startMin)}
            className="w-32"
          />
        </Box>
        <Box name="to" label={t("to")}>
          <Input
            id="free-to"
            type="time"
            name="to"
            step={300}
            defaultValue={timeOf(when.endMin)}
            className="w-32"
          />
        </Box>
        {teachers ? (
          <>
            <Box name="department" label={t("department")}>
              <Select id="free-department" name="department" defaultValue={state.department ?? ""}>
                <option value="">{t("any")}</option>
                {departments.map((each) => (
                  <option key={each.code} value={each.code}>
                    {format.words({ en: each.name, km: each.nameKm })}
                  </option>
                ))}
              </Select>
            </Box>
            <Box name="q" label={t("name")}>
              <Input id="free-q" name="q" defaultValue={state.q} className="w-48" autoComplete="off" />
            </Box>
          </>
        ) : (
          <>
            <Box name="seats" label={t("seats")}>
              <Input
                id="free-seats"
                name="seats"
                inputMode="numeric"
                defaultValue={state.seats ?? ""}
                className="w-24"
                autoComplete="off"
              />
            </Box>
            <Box name="kind" label={t("kind")}>
              <Select id="free-kind" name="kind" defaultValue={state.kind ?? ""}>
                <option value="">{t("any")}</option>
                {ROOM_TYPES.map((kind) => (
                  <option key={kind} value={kind}>
                    {rooms(kind)}
                  </option>
                ))}
              </Select>
            </Box>
            <Box name="building" label={t("building")}>
              <Select id="free-building" name="building" defaultValue={state.building ?? ""}>
                <option value="">{t("any")}</option>
                {BUILDINGS.map((building) => (
                  <option key={building} value={building}>
                    {buildings(building)}
                  </option>
                ))}
              </Select>
            </Box>
          </>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <span className="flex flex-wrap items-center gap-2">
          <Switch name="weekly" label={t("weekly")} checked={when.weekly} />
          <Input
            type="date"
            name="until"
            aria-label={t("until")}
            defaultValue={when.weekly ? when.to : ""}
            className="w-40"
          />
        </span>
        {teachers ? null : (
          <>
            <Switch name="projector" label={t("projector")} checked={state.projector} />
            <Switch name="computers" label={t("computers")} checked={state.computers} />
          </>
        )}
        <Button type="submit">
          <Icon name="search" />
          {t("find")}
        </Button>
      </div>
    </form>
  );
}
