import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { listDepartments } from "@/lib/organization/queries/departments";
import { listPositions } from "@/lib/organization/queries/positions";
import { idsBelow } from "@/lib/organization/rules";
import type { PositionRow } from "@/lib/organization/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { PositionForm } from "./position-form";
import { toPositionValues } from "./position-values";

/** The form of a position with its choices; without a position for a new one. */
export async function PositionPage({
  actor,
  position,
}: {
  actor: AccountActor;
  position: PositionRow | null;
}) {
  const [departments, all, t, format] = await Promise.all([
    listDepartments(actor),
    listPositions(actor),
    getTranslations("positions"),
    getFormat(),
  ]);
  const words = (row: { title: string; titleKm: string }) => format.words({ en: row.title, km: row.titleKm });
  const not = position ? idsBelow(all, position.id) : new Set<number>();
  const heading = position ? t("editTitle") : t("new");
  return (
    <>
      <PageHeader
        title={heading}
        crumbs={{
          label: t("title"),
          items: [
            { label: t("title"), href: "/positions" },
            ...(position ? [{ label: words(position), href: `/positions/${position.id}` as const }] : []),
            { label: heading },
          ],
        }}
      />
      <ClientMessages namespaces={["forms", "positions"]}>
        <PositionForm
          id={position?.id ?? null}
          version={position?.version ?? 1}
          values={toPositionValues(position)}
          departments={departments
            .filter(({ isActive, id }) => isActive || id === position?.department?.id)
            .map(({ id, name, nameKm }) => ({
              value: String(id),
              label: format.words({ en: name, km: nameKm }),
            }))}
          superiors={all
            .filter(({ id, isActive }) => isActive && !not.has(id))
            .map((row) => ({
              value: String(row.id),
              label: [words(row), row.department?.code].filter(Boolean).join(" · "),
            }))}
        />
      </ClientMessages>
    </>
  );
}
