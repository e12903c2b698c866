import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { listCombinedTemplates } from "@/lib/classes/combined/templates";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { TemplateButton } from "./_components/template-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classEdit.templates"))("title") };
}

/** Courses that are always taught together. */
export default async function CombinedCoursesPage() {
  const actor = await requirePage("classes:read");
  const [templates, t, classes, format] = await Promise.all([
    listCombinedTemplates(actor),
    getTranslations("classEdit.templates"),
    getTranslations("classes"),
    getFormat(),
  ]);
  const editable = can(actor, "classes:edit_combined");
  const title = (course: { title: string; titleKm: string | null }) =>
    format.words({ en: course.title, km: course.titleKm ?? course.title });
  return (
    <ClientMessages namespaces={["forms", "classEdit.templates", "courses.picker"]}>
      <PageHeader
        title={t("title")}
        detail={format.number(templates.filter(({ isActive }) => isActive).length)}
        description={t("lead")}
        crumbs={{
          label: classes("title"),
          items: [{ label: classes("title"), href: "/classes" }, { label: t("title") }],
        }}
        actions={editable && <TemplateButton template={null} />}
      />
      {templates.length === 0 ? (
        <EmptyState icon="users" title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          {[true, false].map((active) => {
            const rows = templates.filter(({ isActive }) => isActive === active);
            return rows.length === 0 ? null : (
              <Section
                key={String(active)}
                framed
                title={t(active ? "inUse" : "closed")}
                detail={format.number(rows.length)}
              >
                <ul className="divide-y">
                  {rows.map((row) => (
                    <li key={row.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-3 text-sm">
                      <div className="min-w-0 flex-1 basis-72">
                        <p className="font-medium">
                          {format.words({ en: row.name, km: row.nameKm ?? row.name })}
                        </p>
                        <ul className="text-muted-foreground">
                          {row.courses.map((course, index) => (
                            <li key={course.code} className="flex flex-wrap items-center gap-x-2">
                              <span className="tabular">{course.code}</span>
                              <span>{title(course)}</span>
                              {index === 0 && <Badge variant="outline">{t("lead1")}</Badge>}
                            </li>
                          ))}
                        </ul>
                      </div>
                      <p className="text-muted-foreground">{t("running", { count: row.running })}</p>
                      {editable && (
                        <TemplateButton
                          template={{
                            ...row,
                            courses: row.courses.map((course) => ({
                              code: course.code,
                              title: title(course),
                            })),
                          }}
                        />
                      )}
                    </li>
                  ))}
                </ul>
              </Section>
            );
          })}
        </div>
      )}
    </ClientMessages>
  );
}
