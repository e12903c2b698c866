import { getTranslations } from "next-intl/server";
import type { DeliverySlot } from "@/lib/classes/timetable/queries/find-delivery";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Weekly times to read. */
export async function SlotList({ slots }: { slots: readonly DeliverySlot[] }) {
  const [t, format] = await Promise.all([getTranslations("meetings"), getFormat()]);
  if (slots.length === 0) return <p className="text-muted-foreground text-sm">{t("delivery.readOnly")}</p>;
  return (
    <ul className="divide-y rounded-lg border bg-card">
      {slots.map((slot) => (
        <li key={slot.id} className="flex flex-wrap gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm">
          <span className="w-40 font-medium">
            {format.weekday(slot.weekday, "long")}{" "}
            <span className="tabular font-normal">{format.timeRange(slot.startMin, slot.endMin)}</span>
          </span>
          <span>{slot.room ?? t("noRoom")}</span>
          <span>{slot.teacher ? format.name(slot.teacher) : t("noTeacher")}</span>
          <span className="ml-auto text-muted-foreground">
            {format.dateRange(slot.validFrom, slot.validTo)}
          </span>
        </li>
      ))}
    </ul>
  );
}
