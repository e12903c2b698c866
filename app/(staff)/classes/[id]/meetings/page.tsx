import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClassHeading } from "@/components/classes/class-heading";
import { ClassTabs } from "@/components/classes/class-tabs";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { AddMeetingButton } from "@/components/meetings/add-button";
import { MeetingLines } from "@/components/meetings/meeting-lines";
import { PrintButton } from "@/components/registration/print-button";
import { buttonVariants } from "@/components/ui/button";
import { listClassDeliveries } from "@/lib/classes/timetable/queries/class-deliveries";
import { listClassMeetings } from "@/lib/classes/timetable/queries/class-meetings";
import { loadMeetingParams } from "@/lib/classes/timetable/search-params";
import { can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { loadClass } from "../_components/load";
import { MeetingFilter } from "./_components/meeting-filter";
import { MeetingPager } from "./_components/meeting-pager";

export async function generateMetadata({ params }: PageProps<"/classes/[id]/meetings">): Promise<Metadata> {
  const [{ found }, t] = await Promise.all([loadClass(params), getTranslations("meetings")]);
  return { title: `${found.code} ${found.section} · ${t("title")}` };
}

/** The dated meetings of a class: cancel, make up, substitute, other room; and the way to its weekly times. */
export default async function ClassMeetingsPage({
  params,
  searchParams,
}: PageProps<"/classes/[id]/meetings">) {
  const { actor, found } = await loadClass(params);
  const state = await loadMeetingParams(searchParams);
  const [page, parts, t, classes, format] = await Promise.all([
    listClassMeetings(actor, found.id, state),
    listClassDeliveries(actor, found.id),
    getTranslations("meetings"),
    getTranslations("classes"),
    getFormat(),
  ]);
  const edits = can(actor, "classes:edit") && found.status !== "CANCELLED" && found.status !== "COMPLETED";
  const today = campusToday();
  const className = `${found.code} ${found.section}`;
  const path = `/classes/${found.id}/meetings`;
  return (
    <ClientMessages namespaces={["meetings", "forms"]}>
      <ClassHeading
        found={found}
        crumbs={{ label: classes("title"), items: [{ label: classes("title"), href: "/classes" }] }}
        actions={
          <>
            <PrintButton>{t("changes.print")}</PrintButton>
            {edits && parts.length > 0 && found.termEnd >= today ? (
              <AddMeetingButton
                className={className}
                today={today > found.termStart ? today : found.termStart}
                parts={parts.map(({ deliveryId, name, startMin, endMin, room, teacher }) => ({
                  deliveryId,
                  label: format.words(name),
                  startMin: startMin ?? 17 * 60 + 30,
                  endMin: endMin ?? 19 * 60,
                  room,
                  teacher: teacher && { id: teacher.id, label: format.name(teacher) },
                }))}
              />
            ) : null}
          </>
        }
      />
      <ClassTabs actor={actor} classId={found.id} />
      <MeetingFilter
        path={path}
        show={state.show}
        part={state.part}
        parts={parts.map(({ partId, name }) => ({ id: partId, label: format.words(name) }))}
      />
      <Section
        framed
        title={t("title")}
        detail={t("count", { count: page.total })}
        actions={parts.map(({ deliveryId, name }) => (
          <Link
            key={deliveryId}
            href={`/timetable/deliveries/${deliveryId}`}
            prefetch={false}
            className={buttonVariants({ variant: "ghost", size: "sm" })}
          >
            {parts.length > 1 ? t("times.of", { part: format.words(name) }) : t("times.link")}
          </Link>
        ))}
      >
        {page.rows.length > 0 ? (
          <MeetingLines lines={page.rows} today={today} edits={edits} />
        ) : (
          <EmptyState icon="calendar-days" title={t("empty.title")}>
            {state.show === "changed" ? t("empty.changed") : t("empty.text")}
          </EmptyState>
        )}
      </Section>
      <MeetingPager path={path} show={state.show} part={state.part} page={page} />
    </ClientMessages>
  );
}
