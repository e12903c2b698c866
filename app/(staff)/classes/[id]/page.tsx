import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassHeading } from "@/components/classes/class-heading";
import { ClassParts, incompleteParts } from "@/components/classes/class-parts";
import { ClassTabs } from "@/components/classes/class-tabs";
import { Section } from "@/components/layout/section";
import { PrintButton } from "@/components/registration/print-button";
import { Roster } from "@/components/registration/roster";
import { WeekLink } from "@/components/timetable/week-link";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listNextMeetings } from "@/lib/classes/queries/get-class";
import { can } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { listRoster } from "@/lib/registration/queries/roster";
import { BulkEnrolButton } from "../_components/bulk-enrol-button";
import { NextMeetings } from "../_components/next-meetings";
import { CancelledAlert } from "./_components/cancelled-alert";
import { ClassFacts } from "./_components/class-facts";
import { EditFacts } from "./_components/edit-facts";
import { loadClass } from "./_components/load";
import { MoveClass } from "./_components/move-class";
import { OfferingActions } from "./_components/offering-actions";
import { ReadingSection } from "./_components/reading-section";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { found } = await loadClass(props.params);
  return { title: `${found.code} ${found.section}` };
}

/** A class: what is missing, seats, parts with their times, what comes next, who is in it. */
export default async function ClassPage(props: Props) {
  const { actor, found } = await loadClass(props.params);
  const [rows, meetings, url, t, roster, format] = await Promise.all([
    listRoster(actor, found.id, true),
    listNextMeetings(actor, found.id),
    props.searchParams.then(flatParams),
    getTranslations("classes"),
    getTranslations("registration.roster"),
    getFormat(),
  ]);
  recordAccess(actor, {
    what: "registration.roster",
    subjectId: null,
    target: found.id,
    records: rows.length,
  });
  const name = `${found.code} ${found.section}`;
  const incomplete = incompleteParts(found.parts);
  const enrollable = found.status === "SCHEDULED" || found.status === "ACTIVE";
  return (
    <>
      <ClassHeading
        found={found}
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/classes" }] }}
        actions={
          <>
            <OfferingActions actor={actor} found={found} />
            <MoveClass actor={actor} found={found} />
            {can(actor, "registration:enrol") && enrollable ? (
              <ClientMessages namespaces={["registration"]}>
                <BulkEnrolButton classId={found.id} name={name} />
              </ClientMessages>
            ) : null}
          </>
        }
      />
      <ClassTabs actor={actor} classId={found.id} />
      <CancelledAlert found={found} />
      {found.status !== "CANCELLED" && (incomplete.length > 0 || found.parts.length === 0) ? (
        <Alert variant="warning" title={t("incomplete")} className="mb-stack">
          {t("incompleteText", {
            parts: incomplete.map((part) => format.words(part.name)).join(", ") || "—",
          })}
        </Alert>
      ) : null}
      <ClassFacts found={found} />
      <div className="flex flex-col gap-6">
        {found.classType === "READING" ? <ReadingSection actor={actor} found={found} /> : null}
        <Section framed title={t("page.parts")}>
          <ClassParts parts={found.parts} label={`${name}: ${t("page.parts")}`} />
        </Section>
        <Section framed title={t("page.meetings")} actions={<WeekLink of="class" id={found.id} />}>
          <NextMeetings meetings={meetings} />
        </Section>
        <EditFacts actor={actor} found={found} />
        <Section title={roster("title")} detail={format.number(rows.length)}>
          <Roster
            rows={rows}
            className={name}
            path={`/classes/${found.id}`}
            params={url}
            hrefOf={can(actor, "people:read") ? (row) => `/students/${row.number}` : undefined}
            tools={
              <>
                {can(actor, "classes:export") ? (
                  <a
                    href={`/api/v1/classes/${found.id}/roster`}
                    download
                    className={buttonVariants({ variant: "outline" })}
                  >
                    <Icon name="download" />
                    {roster("download")}
                  </a>
                ) : null}
                <PrintButton>{roster("print")}</PrintButton>
              </>
            }
          />
        </Section>
      </div>
    </>
  );
}
