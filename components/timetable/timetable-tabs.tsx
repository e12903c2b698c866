import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/tabs";

/** The pages about the timetable of the campus. */
export async function TimetableTabs() {
  const [t, day] = await Promise.all([
    getTranslations("timetableStaff.tabs"),
    getTranslations("meetings.tabs"),
  ]);
  return (
    <div className="mb-stack">
      <LinkTabs
        label={t("label")}
        tabs={[
          { href: "/timetable", label: t("week"), exact: true },
          { href: "/timetable/changes", label: day("changes") },
          { href: "/timetable/incomplete", label: day("incomplete") },
          { href: "/timetable/free", label: day("free") },
          { href: "/timetable/rooms", label: t("rooms") },
        ]}
      />
    </div>
  );
}
