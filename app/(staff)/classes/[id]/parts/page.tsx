import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassHeading } from "@/components/classes/class-heading";
import { ClassTabs } from "@/components/classes/class-tabs";
import { timesText } from "@/components/classes/times-text";
import { Alert } from "@/components/ui/alert";
import { ROOM_NEEDS } from "@/lib/classes/kinds";
import { listEditedSessions } from "@/lib/classes/queries/class-parts";
import { PART_TYPES } from "@/lib/curriculum/part-templates/part-types";
import { can } from "@/lib/platform/access/actor";
import type { Weekday } from "@/lib/platform/dates/day";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { loadClass } from "../_components/load";
import { toDrafts } from "./_components/parts-draft";
import { PartsEditor } from "./_components/parts-editor";
import { PartsView } from "./_components/parts-view";

const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export async function generateMetadata({ params }: PageProps<"/classes/[id]/parts">): Promise<Metadata> {
  const [{ found }, t] = await Promise.all([loadClass(params), getTranslations("classes.tabs")]);
  return { title: `${found.code} ${found.section}: ${t("parts")}` };
}

/** Sessions and parts of a class with their weights, needs and textbooks: edited all at once, or read. */
export default async function ClassPartsPage({ params }: PageProps<"/classes/[id]/parts">) {
  const { actor, found } = await loadClass(params);
  const [sessions, t, classes, format] = await Promise.all([
    listEditedSessions(actor, found.id),
    getTranslations("classEdit"),
    getTranslations("classes"),
    getFormat(),
  ]);
  const over = found.status === "COMPLETED" || found.status === "CANCELLED";
  const editable = can(actor, "classes:edit") && !over;
  const combined = found.combinedWith.length > 0;
  return (
    <>
      <ClassHeading
        found={found}
        crumbs={{ label: classes("title"), items: [{ label: classes("title"), href: "/classes" }] }}
      />
      <ClassTabs actor={actor} classId={found.id} />
      <p className="mb-stack max-w-3xl text-muted-foreground text-sm">{t("parts.lead")}</p>
      {over && (
        <Alert variant="info" className="mb-stack">
          {t("parts.over")}
        </Alert>
      )}
      {combined && !over && (
        <Alert variant="info" className="mb-stack">
          {t("parts.combined")}
        </Alert>
      )}
      {editable ? (
        <ClientMessages namespaces={["forms", "classEdit", "courses.picker", "personDetails.picker"]}>
          <PartsEditor
            key={found.version}
            classId={found.id}
            version={found.version}
            sessions={toDrafts(sessions, format)}
            fixed={combined}
            types={PART_TYPES.map((value) => ({ value, label: t(`partTypes.${value}`) }))}
            rooms={ROOM_NEEDS.map((value) => ({ value, label: t(`rooms.${value}`) }))}
            days={WEEKDAYS.map((day) => ({ value: day, label: format.weekday(day, "short") }))}
          />
        </ClientMessages>
      ) : (
        <PartsView sessions={sessions} times={(part) => timesText(part.times, format)} />
      )}
    </>
  );
}
