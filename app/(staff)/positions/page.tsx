import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listPositions } from "@/lib/organization/queries/positions";
import { positionTree } from "@/lib/organization/rules";
import { listCurrentHolders } from "@/lib/people/positions/queries";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { PositionTree } from "./_components/position-tree";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("positions"))("title") };
}

/** Who reports to whom, and who holds what today. */
export default async function PositionsPage() {
  const actor = await requirePage("organization:read");
  const [positions, holders, t] = await Promise.all([
    listPositions(actor),
    listCurrentHolders(actor),
    getTranslations("positions"),
  ]);
  const inUse = positions.filter(({ isActive }) => isActive);
  const closed = positions.filter(({ isActive }) => !isActive);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={inUse.length}
        description={t("lead")}
        actions={
          can(actor, "organization:edit") && (
            <Link href="/positions/new" prefetch={false} className={buttonVariants()}>
              <Icon name="plus" />
              {t("new")}
            </Link>
          )
        }
      />
      {inUse.length === 0 ? (
        <EmptyState icon="building-2" title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-stack">
          <Section title={t("tree")} framed>
            <PositionTree nodes={positionTree(inUse)} holders={holders} linked={can(actor, "people:read")} />
          </Section>
          {closed.length > 0 && (
            <Section title={t("closed")} framed>
              <PositionTree nodes={positionTree(closed)} holders={[]} linked={false} closed />
            </Section>
          )}
        </div>
      )}
    </>
  );
}
