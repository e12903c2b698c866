import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassHeading } from "@/components/classes/class-heading";
import { ClassParts, incompleteParts } from "@/components/classes/class-parts";
import { ClassTabs } from "@/components/classes/class-tabs";
import { SeatMeter } from "@/components/classes/seat-meter";
import { timesText } from "@/components/classes/times-text";
import { Fact, Facts } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { PrintButton } from "@/components/registration/print-button";
import { Roster } from "@/components/registration/roster";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listNextMeetings } from "@/lib/classes/queries/get-class";
import { seatsLeft } from "@/lib/classes/rules";
import { can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { listRoster } from "@/lib/registration/queries/roster";
import { BulkEnrolButton } from "../_components/bulk-enrol-button";
import { NextMeetings } from "../_components/next-meetings";
import { loadClass } from "./_components/load";

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
  const name = `${found.code} ${found.section}`;
  const incomplete = incompleteParts(found.parts);
  const left = seatsLeft(found);
  const enrollable = found.status === "SCHEDULED" || found.status === "ACTIVE";
  return (
    <>
      <ClassHeading
        found={found}
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/classes" }] }}
        actions={
          can(actor, "registration:enrol") && enrollable ? (
            <ClientMessages namespaces={["registration", "feedback"]}>
              <BulkEnrolButton classId={found.id} name={name} />
            </ClientMessages>
          ) : null
        }
      />
      <ClassTabs actor={actor} classId={found.id} />
      {incomplete.length > 0 || found.parts.length === 0 ? (
        <Alert variant="warning" title={t("incomplete")} className="mb-stack">
          {t("incompleteText", { parts: incomplete.map((part) => part.name).join(", ") || "—" })}
        </Alert>
      ) : null}
      <Facts className="mb-stack">
        <Fact
          label={t("page.facts.seats")}
          value={
            <SeatMeter
              format={format}
              seats={found}
              label={t("seats.label", {
                class: name,
                taken: found.taken + found.offered,
                capacity: found.capacity,
              })}
            />
          }
          detail={[
            left > 0 ? t("seats.left", { left }) : t("seats.full"),
            found.waiting > 0 ? t("seats.waiting", { count: found.waiting }) : "",
            found.overAuthorised > 0 ? t("seats.over", { count: found.overAuthorised }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        />
        <Fact
          label={t("page.facts.times")}
          value={
            <span className="font-medium text-base">
              {timesText(
                found.parts.flatMap((part) => part.slots),
                format,
              )[0] ?? t("noTimes")}
            </span>
          }
          detail={t(`timeOfDay.${found.timeOfDay}`)}
        />
        <Fact
          label={t("page.facts.term")}
          value={<span className="font-medium text-base">{found.termName}</span>}
          detail={format.dateRange(found.termStart, found.termEnd)}
        />
        <Fact
          label={t("page.facts.credits")}
          value={format.number(found.credits)}
          detail={t(`classType.${found.classType as "STANDARD"}`)}
        />
      </Facts>
      {found.combinedWith.length > 0 ? (
        <p className="mb-stack text-muted-foreground text-sm">
          {t("page.combined", {
            classes: found.combinedWith.map((each) => `${each.code} ${each.section}`).join(", "),
          })}
        </p>
      ) : null}
      <div className="flex flex-col gap-6">
        <Section framed title={t("page.parts")}>
          <ClassParts parts={found.parts} label={`${name}: ${t("page.parts")}`} />
        </Section>
        <Section framed title={t("page.meetings")}>
          <NextMeetings meetings={meetings} />
        </Section>
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
