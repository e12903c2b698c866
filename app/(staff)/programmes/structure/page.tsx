import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { listStructure } from "@/lib/curriculum/structure/queries";
import type { CycleRow } from "@/lib/curriculum/structure/schemas";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { StructureButton } from "./_components/structure-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue.structurePage"))("title") };
}

/** Divisions with their cycles: the frame in which programmes and courses stand. */
export default async function StructurePage() {
  const actor = await requirePage("curriculum:read");
  const [divisions, t, list, format] = await Promise.all([
    listStructure(actor),
    getTranslations("catalogue.structurePage"),
    getTranslations("catalogue"),
    getFormat(),
  ]);
  const mayEdit = can(actor, "curriculum:edit");
  const choices = divisions.map(({ id, name, nameKm }) => ({
    value: String(id),
    label: format.words({ en: name, km: nameKm }),
  }));
  const detail = (cycle: CycleRow) =>
    [
      cycle.code,
      t("programmes", { count: cycle.programmes }),
      t("courses", { count: cycle.courses }),
      cycle.typicalTerms === null ? null : t("terms", { count: cycle.typicalTerms }),
    ]
      .filter((part) => part !== null)
      .join(" · ");
  return (
    <ClientMessages namespaces={["forms", "errors.validation", "catalogue.structurePage"]}>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        crumbs={{
          label: list("title"),
          items: [{ label: list("title"), href: "/programmes" }, { label: t("title") }],
        }}
        actions={mayEdit && <StructureButton edit={{ of: "division", row: null }} divisions={choices} />}
      />
      {divisions.length === 0 && <EmptyState icon="layout-grid" />}
      <div className="grid max-w-4xl gap-stack">
        {divisions.map((division) => (
          <Section
            key={division.id}
            title={format.words({ en: division.name, km: division.nameKm })}
            detail={
              <>
                {division.code}
                {division.isActive ? null : (
                  <Badge variant="outline" className="ml-2">
                    {t("closed")}
                  </Badge>
                )}
              </>
            }
            actions={
              mayEdit && (
                <>
                  <StructureButton edit={{ of: "division", row: division }} divisions={choices} />
                  <StructureButton
                    edit={{ of: "cycle", row: null, divisionId: division.id }}
                    divisions={choices}
                  />
                </>
              )
            }
            framed
          >
            {division.description && (
              <p className="border-b px-4 py-2 text-muted-foreground text-sm">{division.description}</p>
            )}
            {division.cycles.length === 0 ? (
              <p className="px-4 py-3 text-muted-foreground text-sm">{t("noCycles")}</p>
            ) : (
              <ul className="divide-y">
                {division.cycles.map((cycle) => (
                  <li
                    key={cycle.id}
                    className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-cell text-sm"
                  >
                    <div className="min-w-0">
                      <Link
                        href={`/programmes?cycle=${cycle.code}`}
                        prefetch={false}
                        className="link font-medium"
                      >
                        {format.words({ en: cycle.name, km: cycle.nameKm })}
                      </Link>
                      {cycle.isActive ? null : (
                        <Badge variant="outline" className="ml-2">
                          {t("closed")}
                        </Badge>
                      )}
                      <p className="text-muted-foreground">{detail(cycle)}</p>
                    </div>
                    {mayEdit && (
                      <span className="ml-auto">
                        <StructureButton
                          edit={{ of: "cycle", row: cycle, divisionId: division.id }}
                          divisions={choices}
                        />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        ))}
      </div>
    </ClientMessages>
  );
}
