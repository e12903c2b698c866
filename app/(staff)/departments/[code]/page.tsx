import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { TaughtList } from "@/components/colleagues/taught-list";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { listUnqualified } from "@/lib/classes/queries/taught-by";
import { listPositions } from "@/lib/organization/queries/positions";
import { loadDepartmentParams } from "@/lib/organization/search-params";
import { listCurrentHolders, listDepartmentPeople } from "@/lib/people/positions/queries";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { DepartmentButton } from "../_components/department-button";
import { loadDepartment } from "../_components/load";
import { PeopleList } from "../_components/people-list";

type Props = PageProps<"/departments/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, department } = await loadDepartment(params);
  return { title: actor.locale === "km" ? department.nameKm : department.name };
}

/** People of a page; a department has dozens, a faculty a hundred. */
const SIZE = 50;
/** Classes without a qualification that are listed; the rest is counted. */
const SHOWN = 50;

/** A department: who works there, its positions, and whose classes lack a qualification. */
export default async function DepartmentPage({ params, searchParams }: Props) {
  const { actor, department } = await loadDepartment(params);
  const { page } = loadDepartmentParams(await searchParams);
  const [people, positions, holders, unqualified, t, format] = await Promise.all([
    listDepartmentPeople(actor, department.code, { page, size: SIZE }),
    listPositions(actor),
    listCurrentHolders(actor),
    unqualifiedOf(actor, department.code),
    getTranslations("positions"),
    getFormat(),
  ]);
  const own = positions.filter((each) => each.isActive && each.department?.id === department.id);
  const km = format.locale === "km";
  const total = people.teachers + people.staff;
  return (
    <>
      <PageHeader
        title={km ? department.nameKm : department.name}
        detail={department.isActive ? department.code : <Badge variant="outline">{t("inactive")}</Badge>}
        description={km ? department.name : department.nameKm}
        crumbs={{
          label: t("departments.title"),
          items: [{ label: t("departments.title"), href: "/departments" }, { label: department.code }],
        }}
        actions={
          can(actor, "organization:edit") && (
            <ClientMessages namespaces={["forms", "positions.departments"]}>
              <DepartmentButton department={department} nextOrder={0} />
            </ClientMessages>
          )
        }
      />
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-stack">
          {unqualified && unqualified.length > 0 && (
            <Section title={t("departments.unqualified")} detail={unqualified.length} framed>
              <p className="px-4 pt-3 text-muted-foreground text-sm">{t("departments.unqualifiedLead")}</p>
              <TaughtList rows={unqualified.slice(0, SHOWN)} named />
              {unqualified.length > SHOWN && (
                <p className="px-4 py-2 text-muted-foreground text-sm">
                  {t("departments.more", { count: unqualified.length - SHOWN })}
                </p>
              )}
            </Section>
          )}
          <Section
            title={t("departments.whoWorks")}
            detail={t("departments.counts", { teachers: people.teachers, staff: people.staff })}
            framed
          >
            {total === 0 ? (
              <p className="px-4 py-3 text-muted-foreground text-sm">{t("departments.nobody")}</p>
            ) : (
              <PeopleList
                code={department.code}
                rows={people.rows}
                page={page}
                pages={Math.max(1, Math.ceil(total / SIZE))}
              />
            )}
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-stack">
          <Section title={t("departments.positions")} detail={own.length} framed>
            {own.length === 0 ? (
              <p className="px-4 py-3 text-muted-foreground text-sm">{t("departments.noPositions")}</p>
            ) : (
              <ul className="divide-y">
                {own.map((position) => {
                  const names = holders
                    .filter(({ positionId }) => positionId === position.id)
                    .map(({ holder }) => format.name(holder));
                  return (
                    <li key={position.id} className="px-4 py-cell text-sm">
                      <Link href={`/positions/${position.id}`} prefetch={false} className="link font-medium">
                        {format.words({ en: position.title, km: position.titleKm })}
                      </Link>
                      <p className="text-muted-foreground">
                        {t("level", { level: position.authorityLevel })} ·{" "}
                        {names.length === 0 ? t("vacant") : names.join(", ")}
                      </p>
                    </li>
                  );
                })}
              </ul>
            )}
          </Section>
          {unqualified?.length === 0 && people.teachers > 0 && (
            <p className="text-muted-foreground text-sm">{t("departments.allQualified")}</p>
          )}
        </div>
      </div>
    </>
  );
}

/** For those who read people and classes; the others are not told. */
async function unqualifiedOf(actor: AccountActor, code: string) {
  return can(actor, "people:read") && can(actor, "classes:read") ? listUnqualified(actor, code) : null;
}
