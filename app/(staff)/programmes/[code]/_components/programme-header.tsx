import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/tabs";
import type { ProgrammeRecord } from "@/lib/curriculum/programmes/schemas";
import { type Actor, can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { countByCatalogue } from "@/lib/studies/requirements/affected";
import { OpenButton } from "./open-button";

type Props = { actor: Actor; programme: ProgrammeRecord };

/** Who a programme is, whether it takes students, and the way to its parts. */
export async function ProgrammeHeader({ actor, programme }: Props) {
  const [t, format] = await Promise.all([getTranslations("catalogue"), getFormat()]);
  const km = format.locale === "km";
  const path = `/programmes/${programme.code}`;
  const mayEdit = can(actor, "curriculum:edit");
  const counts = can(actor, "studies:read") ? await countByCatalogue(actor, programme.id) : null;
  const students = counts?.reduce((sum, each) => sum + each.students, 0);
  const isDegree = programme.kind === "ACADEMIC";
  const tabs = [
    { href: path, label: t("tabs.overview"), exact: true },
    ...(isDegree
      ? [
          { href: `${path}/requirements`, label: t("tabs.requirements") },
          { href: `${path}/map`, label: t("tabs.map") },
        ]
      : []),
    ...(students === undefined
      ? []
      : [{ href: `${path}/students`, label: t("tabs.students"), count: format.number(students) }]),
    ...(can(actor, "audit:read_history") || can(actor, "audit:read")
      ? [{ href: `${path}/history`, label: t("tabs.history") }]
      : []),
  ];
  return (
    <>
      <PageHeader
        title={km ? programme.nameKm : programme.name}
        detail={programme.code}
        description={
          <>
            {km ? programme.name : programme.nameKm} · {km ? programme.cycle.nameKm : programme.cycle.name}
            {programme.isActive ? null : (
              <Badge variant="outline" className="ml-2">
                {t("states.closed")}
              </Badge>
            )}
          </>
        }
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/programmes" }, { label: programme.code }],
        }}
        actions={
          mayEdit && (
            <ClientMessages namespaces={["feedback", "catalogue.close", "catalogue.reopen"]}>
              <OpenButton programme={programme} students={students ?? 0} />
            </ClientMessages>
          )
        }
      />
      <div className="mb-stack">
        <LinkTabs label={t("tabs.label")} tabs={tabs} />
      </div>
    </>
  );
}
