import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { listDepartments } from "@/lib/organization/queries/departments";
import { listPositions } from "@/lib/organization/queries/positions";
import { countDepartmentPeople } from "@/lib/people/positions/queries";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { DepartmentButton } from "./_components/department-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("positions.departments"))("title") };
}

/** The offices and faculties, with how many people and positions each has. */
export default async function DepartmentsPage() {
  const actor = await requirePage("organization:read");
  const [departments, people, positions, t, format] = await Promise.all([
    listDepartments(actor),
    countDepartmentPeople(actor),
    listPositions(actor),
    getTranslations("positions.departments"),
    getFormat(),
  ]);
  const inUse = positions.filter(({ isActive }) => isActive);
  const rows = departments.map(({ id, code, name, nameKm, displayOrder, isActive }) => ({
    id,
    href: `/departments/${code}`,
    code,
    name: format.locale === "km" ? nameKm : name,
    other: format.locale === "km" ? name : nameKm,
    people: people.get(code) ?? 0,
    positions: inUse.filter(({ department }) => department?.id === id).length,
    order: displayOrder,
    status: isActive ? "active" : "inactive",
  }));
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={departments.length}
        description={t("lead")}
        actions={
          can(actor, "organization:edit") && (
            <ClientMessages namespaces={["forms", "positions.departments"]}>
              <DepartmentButton
                department={null}
                nextOrder={Math.max(0, ...rows.map((row) => row.order)) + 10}
              />
            </ClientMessages>
          )
        }
      />
      <DataTable
        name="departments"
        caption={t("caption")}
        path="/departments"
        params={{}}
        rows={rows}
        columns={[
          { key: "code", label: t("code"), kind: "code", fixed: true, phone: "aside" },
          { key: "name", label: t("nameShort"), kind: "text", fixed: true, phone: "title" },
          { key: "other", label: t("otherName"), kind: "text", phone: "line" },
          { key: "people", label: t("people"), kind: "number", phone: "hidden" },
          { key: "positions", label: t("positions"), kind: "number", phone: "hidden" },
          { key: "order", label: t("order"), kind: "number", optional: true, phone: "hidden" },
          {
            key: "status",
            label: t("status"),
            kind: "badge",
            badges: {
              active: { label: t("states.active"), tone: "success" },
              inactive: { label: t("states.inactive"), tone: "neutral" },
            },
            phone: "line",
          },
        ]}
        empty={<EmptyState icon="building-2" />}
      />
    </>
  );
}
