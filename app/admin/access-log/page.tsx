import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessTable, type Subject } from "@/components/access-log/access-table";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { findSubjectId, listSubjectLabels } from "@/lib/people/queries/subjects";
import { parseStudentNumber } from "@/lib/people/rules";
import { type Actor, can } from "@/lib/platform/access/actor";
import { listAccesses } from "@/lib/platform/access-log/queries";
import type { AccessRow } from "@/lib/platform/access-log/schemas";
import { loadAccessLogParams } from "@/lib/platform/access-log/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { settingOn } from "@/lib/platform/settings/settings";
import { flatParams, listHref } from "@/lib/platform/url/href";
import { ListForm } from "../_components/list-form";

const PATH = "/admin/access-log";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accessLog"))("title") };
}

/** Who opened or took out whose record: by who did it, and by whose record it was. */
export default async function AccessLogPage({ searchParams }: PageProps<"/admin/access-log">) {
  const actor = await requirePage("access_log:read");
  const query = await searchParams;
  const { student, ...filter } = loadAccessLogParams(query);
  const number = student ? parseStudentNumber(student) : null;
  const subjectId = number === null ? null : await findSubjectId(actor, number);
  const unknown = student !== null && subjectId === null;
  const [found, t, format, months] = await Promise.all([
    // A number that nobody has finds nothing, instead of everything.
    listAccesses(actor, { ...filter, subjectId: unknown ? -1 : subjectId }),
    getTranslations("accessLog"),
    getFormat(),
    settingOn("access_log.keep_months", campusToday()),
  ]);
  const params = flatParams(query);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total) + (found.totalIsExact ? "" : "+")}
        description={t("lead")}
        actions={
          <a
            href={listHref("/api/v1/access-log/export", params, { page: null, size: null })}
            download
            className={buttonVariants({ variant: "outline" })}
          >
            <Icon name="download" />
            {t("export")}
          </a>
        }
      />
      {unknown ? (
        <Alert variant="warning" className="mb-stack">
          {t("unknownStudent", { number: student })}
        </Alert>
      ) : null}
      {filter.account === null ? null : (
        <Alert
          variant="info"
          className="mb-stack"
          action={
            <a href={listHref(PATH, params, { account: null })} className="link">
              {t("filters.clear")}
            </a>
          }
        >
          {t("only", { name: found.rows[0]?.by ?? filter.account })}
        </Alert>
      )}
      <ListForm
        path={PATH}
        params={params}
        fields={[
          { name: "who", label: t("filters.who") },
          { name: "student", label: t("filters.student"), inputMode: "numeric" },
          { name: "from", label: t("filters.from"), type: "date" },
          { name: "to", label: t("filters.to"), type: "date" },
        ]}
        texts={{ show: t("filters.show"), clear: t("filters.clear") }}
      />
      <AccessTable
        found={found}
        path={PATH}
        params={params}
        subjects={await subjectsOf(actor, found.rows)}
        linkAccounts={can(actor, "access:read")}
        linkClasses={can(actor, "classes:read")}
        filtered
      />
      <p className="mt-4 max-w-prose text-muted-foreground text-sm">{t("kept", { months })}</p>
    </>
  );
}

/** Number and, for readers who may find people, name; the link only for who may open the record. */
async function subjectsOf(actor: Actor, rows: AccessRow[]): Promise<Map<number, Subject>> {
  const ids = [...new Set(rows.flatMap((row) => row.subjectId ?? []))];
  const labels = await listSubjectLabels(actor, ids);
  return new Map(
    [...labels].flatMap(([id, { number, name }]) =>
      number === null
        ? []
        : [
            [
              id,
              {
                text: [number, name].filter(Boolean).join(" "),
                href: can(actor, "people:read") ? `/students/${number}` : null,
              },
            ] as const,
          ],
    ),
  );
}
