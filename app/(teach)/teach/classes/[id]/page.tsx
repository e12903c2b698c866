import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClassHeading } from "@/components/classes/class-heading";
import { timesText } from "@/components/classes/times-text";
import { PrintButton } from "@/components/registration/print-button";
import { Roster } from "@/components/registration/roster";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { findClassPage } from "@/lib/classes/queries/get-class";
import { classIdParam } from "@/lib/classes/schemas";
import { recordAccess } from "@/lib/platform/access-log/record";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { settingOn } from "@/lib/platform/settings/settings";
import { flatParams } from "@/lib/platform/url/href";
import { listRoster } from "@/lib/registration/queries/roster";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The class through the teacher's own reach; a foreign one and a missing one are both not found. */
async function load({ params }: Pick<Props, "params">) {
  const actor = await requirePage("classes:read_own");
  const id = classIdParam.safeParse((await params).id);
  const found = id.success ? await findClassPage(actor, id.data) : null;
  if (!found) notFound();
  return { actor, found };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { found } = await load(props);
  return { title: `${found.code} ${found.section}` };
}

/** The roster of one of the teacher's classes: who, number, telephone; for screen, paper and spreadsheet. */
export default async function TeacherClassPage(props: Props) {
  const { actor, found } = await load(props);
  const today = campusToday();
  const [rows, days, url, t, words, teach, format] = await Promise.all([
    listRoster(actor, found.id),
    settingOn("classes.teacher_days", today),
    props.searchParams.then(flatParams),
    getTranslations("registration.roster"),
    getTranslations("classes"),
    getTranslations("teach"),
    getFormat(),
  ]);
  recordAccess(actor, {
    what: "registration.roster",
    subjectId: null,
    target: found.id,
    records: rows.length,
  });
  const path = `/teach/classes/${found.id}`;
  const slots = found.parts.flatMap((part) => part.slots);
  const contactsUntil = addDays(found.termEnd, days.contacts);
  const rooms = [...new Set(slots.flatMap((slot) => slot.room ?? []))];
  return (
    <>
      <ClassHeading
        found={found}
        crumbs={{ label: teach("classes"), items: [{ label: teach("classes"), href: "/teach" }] }}
        actions={<PrintButton>{t("print")}</PrintButton>}
      />
      <p className="mb-4 text-sm">
        {timesText(slots, format).join("; ") || words("noTimes")}
        {rooms.length > 0 ? ` · ${rooms.join(", ")}` : null}
        <span className="text-muted-foreground"> · {t("count", { count: rows.length })}</span>
        <span data-print="only">{t("printed", { date: format.date(today) })}</span>
      </p>
      {today > contactsUntil ? (
        <Alert className="mb-4">{teach("contactsEnded", { date: format.date(contactsUntil) })}</Alert>
      ) : null}
      <Roster
        withoutContacts={today > contactsUntil}
        rows={rows}
        className={`${found.code} ${found.section}`}
        path={path}
        params={url}
        tools={
          <a
            href={`/api/v1/classes/${found.id}/roster`}
            download
            className={buttonVariants({ variant: "outline" })}
          >
            <Icon name="download" />
            {t("download")}
          </a>
        }
      />
    </>
  );
}
