import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FactList, FactRow } from "@/components/layout/fact";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { AssignmentList } from "@/components/positions/assignment-list";
import { AssignButton } from "@/components/positions/position-actions";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { listPositions } from "@/lib/organization/queries/positions";
import { listHoldersOf } from "@/lib/people/positions/queries";
import { mayAssign } from "@/lib/people/positions/rules";
import { can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { LimitFacts } from "../_components/limit-facts";
import { loadPosition } from "../_components/load";

type Props = PageProps<"/positions/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, position } = await loadPosition(params, "organization:read");
  return { title: actor.locale === "km" ? position.titleKm : position.title };
}

/** A position: where it stands, what it may do, who holds it and held it. */
export default async function PositionPage({ params }: Props) {
  const { actor, position } = await loadPosition(params, "organization:read");
  const [holders, all, t, format] = await Promise.all([
    listHoldersOf(actor, position.id),
    listPositions(actor),
    getTranslations("positions"),
    getFormat(),
  ]);
  const words = (row: { title: string; titleKm: string }) => format.words({ en: row.title, km: row.titleKm });
  const title = words(position);
  const live = holders.filter(({ state }) => state !== "past");
  const past = holders.filter(({ state }) => state === "past");
  const below = all.filter(({ reportsTo }) => reportsTo?.id === position.id);
  const { department, reportsTo } = position;
  const may = mayAssign(actor, position);
  return (
    <ClientMessages
      namespaces={[
        "forms",
        "personDetails.picker",
        "positions.assign",
        "positions.end",
        "positions.delegate",
        "positions.takeBack",
      ]}
    >
      <PageHeader
        title={title}
        detail={position.isActive ? undefined : <Badge variant="outline">{t("inactive")}</Badge>}
        description={format.locale === "km" ? position.title : position.titleKm}
        crumbs={{
          label: t("title"),
          items: [
            { label: t("title"), href: "/positions" },
            ...(reportsTo ? [{ label: words(reportsTo), href: `/positions/${reportsTo.id}` as const }] : []),
            { label: title },
          ],
        }}
        actions={
          can(actor, "organization:edit") && (
            <Link
              href={`/positions/${position.id}/edit`}
              prefetch={false}
              className={buttonVariants({ variant: "outline" })}
            >
              {t("edit")}
            </Link>
          )
        }
      />
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-stack">
          <Section
            title={t("holders")}
            framed
            actions={
              may &&
              position.isActive && (
                <AssignButton positionId={position.id} position={title} today={campusToday()} />
              )
            }
          >
            {live.length === 0 ? (
              <p className="px-4 py-3 text-muted-foreground text-sm">{t("nobodyHolds")}</p>
            ) : (
              <AssignmentList actor={actor} rows={live} by="holder" />
            )}
          </Section>
          {can(actor, "organization:assign") && !may && (
            <p className="-mt-2 text-muted-foreground text-sm">{t("mayNot")}</p>
          )}
          {past.length > 0 && (
            <Section title={t("past")} detail={past.length} framed>
              <AssignmentList actor={actor} rows={past} by="holder" />
            </Section>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-stack">
          <Section title={t("fields.level")}>
            <FactList className="rounded-lg border bg-card p-4">
              <FactRow label={t("fields.department")}>
                {department ? (
                  <Link href={`/departments/${department.code}`} prefetch={false} className="link">
                    {format.words({ en: department.name, km: department.nameKm })}
                  </Link>
                ) : (
                  t("institutional")
                )}
              </FactRow>
              <FactRow label={t("fields.reportsTo")}>
                {reportsTo ? words(reportsTo) : t("fields.nobody")}
              </FactRow>
              <FactRow label={t("fields.level")}>
                {t(`levels.${position.authorityLevel as 1 | 2 | 3 | 4}`)}
                <span className="block text-muted-foreground">
                  {t(`levelMeaning.${position.authorityLevel as 1 | 2 | 3 | 4}`)}
                </span>
              </FactRow>
              <FactRow label={t("fields.overrides")}>
                {position.overrides.length === 0
                  ? t("fields.noOverrides")
                  : position.overrides.map((policy) => t(`policies.${policy}`)).join(", ")}
              </FactRow>
              {Object.keys(position.approvalLimits).length === 0 ? (
                <FactRow label={t("fields.limits")}>{t("fields.noLimits")}</FactRow>
              ) : (
                <LimitFacts limits={position.approvalLimits} />
              )}
            </FactList>
          </Section>
          {below.length > 0 && (
            <Section title={t("below")} detail={below.length} framed>
              <ul className="divide-y">
                {below.map((row) => (
                  <li key={row.id} className="px-4 py-cell text-sm">
                    <Link href={`/positions/${row.id}`} prefetch={false} className="link">
                      {words(row)}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
