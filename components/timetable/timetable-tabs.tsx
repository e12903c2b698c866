import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/tabs";
import { can } from "@/lib/platform/access/actor";
import { findActor } from "@/lib/platform/auth/page";

/** The pages about the timetable of the campus. */
export async function TimetableTabs() {
  const [t, day, draft, actor] = await Promise.all([
    getTranslations("timetableStaff.tabs"),
    getTranslations("meetings.tabs"),
    getTranslations("draftTimetable"),
    findActor(),
  ]);
  const drafts = actor !== null && can(actor, "timetable:draft");
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
          ...(drafts ? [{ href: "/timetable/proposals", label: draft("title") }] : []),
        ]}
      />
    </div>
  );
}
