import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QualificationList } from "@/components/colleagues/qualification-list";
import { TaughtList } from "@/components/colleagues/taught-list";
import { Section } from "@/components/layout/section";
import { listClassesOfTeacher } from "@/lib/classes/queries/taught-by";
import { listDepartments } from "@/lib/organization/queries/departments";
import { listQualifications } from "@/lib/people/qualifications/queries";
import { can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/qualifications">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "people:read");
}

/** What a teacher may teach, and whether that covers the classes given now. */
export default async function TeacherQualificationsPage({ params }: Props) {
  const { actor, record } = await loadColleague("teacher", params, "people:read");
  const [rows, departments, taught, t] = await Promise.all([
    listQualifications(actor, record.personId),
    listDepartments(actor),
    can(actor, "classes:read") ? listClassesOfTeacher(actor, record.personId) : null,
    getTranslations("colleagues.qualifications"),
  ]);
  const has = new Set(rows.map((row) => row.department.code));
  const km = actor.locale === "km";
  return (
    <ClientMessages namespaces={["forms", "colleagues.qualifications", "colleagues.degrees"]}>
      <div className="grid gap-stack lg:grid-cols-2">
        <QualificationList
          number={record.number}
          rows={rows}
          departments={departments
            .filter(({ code, isActive }) => isActive && !has.has(code))
            .map(({ code, name, nameKm }) => ({ value: code, label: km ? nameKm : name }))}
          today={campusToday()}
          editable={can(actor, "people:edit")}
        />
        {taught && (
          <Section title={t("classes")} framed>
            {taught.length === 0 ? (
              <p className="px-4 py-3 text-muted-foreground text-sm">{t("classesNone")}</p>
            ) : (
              <TaughtList rows={taught} />
            )}
          </Section>
        )}
      </div>
    </ClientMessages>
  );
}
