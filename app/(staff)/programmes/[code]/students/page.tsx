import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { buttonVariants } from "@/components/ui/button";
import { loadProgrammeStudents } from "@/lib/curriculum/programmes/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { countByCatalogue, listProgrammeStudents } from "@/lib/studies/requirements/affected";
import { loadProgramme } from "../_components/load";

type Props = PageProps<"/programmes/[code]/students">;

async function load(params: Props["params"]) {
  const loaded = await loadProgramme(params, "/students");
  await requirePage("studies:read");
  return loaded;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { programme } = await load(params);
  return { title: programme.code };
}

/** Who is on a programme, by the catalogue date whose list counts for them. */
export default async function ProgrammeStudentsPage({ params, searchParams }: Props) {
  const { actor, programme } = await load(params);
  const [state, query] = await Promise.all([
    loadProgrammeStudents(searchParams),
    searchParams.then(flatParams),
  ]);
  const [found, counts, t, states, format] = await Promise.all([
    listProgrammeStudents(actor, programme.id, state),
    countByCatalogue(actor, programme.id),
    getTranslations("catalogue"),
    getTranslations("studies"),
    getFormat(),
  ]);
  const path = `/programmes/${programme.code}/students`;
  const status = (code: string) => {
    const say = loose(states);
    return say.has(`status.${code}`) ? say(`status.${code}`) : code;
  };
  return (
    <>
      {state.from && (
        <p className="mb-3 flex flex-wrap items-center gap-3 text-sm">
          {t("students.from", { day: format.date(state.from) })}
          <Link href={path} prefetch={false} className={buttonVariants({ variant: "outline", size: "sm" })}>
            {t("students.all")}
          </Link>
        </p>
      )}
      <DataTable
        name="programme-students"
        caption={t("students.caption", { code: programme.code })}
        path={path}
        params={query}
        page={{ page: state.page, pageSize: state.size, total: found.total, totalIsExact: true }}
        rows={found.rows.map((row) => ({
          id: row.personId,
          href: `/students/${format.studentNumber(row.number)}`,
          number: format.studentNumber(row.number),
          name: row,
          status: row.status,
          catalogueDate: row.catalogueDate,
          startDate: row.startDate,
        }))}
        columns={[
          { key: "number", label: t("students.number"), kind: "code", fixed: true, phone: "aside" },
          { key: "name", label: t("students.name"), kind: "person", fixed: true, phone: "title" },
          {
            key: "status",
            label: t("students.status"),
            kind: "badge",
            badges: {
              ACTIVE: { label: status("ACTIVE"), tone: "success" },
              INACTIVE: { label: status("INACTIVE"), tone: "neutral" },
              SUSPENDED: { label: status("SUSPENDED"), tone: "warning" },
            },
            phone: "line",
          },
          { key: "catalogueDate", label: t("students.catalogueDate"), kind: "date", phone: "line" },
          { key: "startDate", label: t("students.startDate"), kind: "date", phone: "hidden" },
        ]}
        filters={[
          {
            key: "on",
            label: t("students.filter"),
            options: counts.map(({ catalogueDate, students }) => ({
              value: catalogueDate,
              label: `${format.date(catalogueDate)} (${format.number(students)})`,
            })),
          },
        ]}
        empty={
          <EmptyState icon="users" title={t("students.none")}>
            <Link href={path} prefetch={false} className="link">
              {t("students.all")}
            </Link>
          </EmptyState>
        }
      />
    </>
  );
}
