import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { FactList, FactRow } from "@/components/layout/fact";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { findConfirmation } from "@/lib/approvals/access-grants";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { can } from "@/lib/platform/access/actor";
import { getAssignment } from "@/lib/platform/access/queries";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { tellReason } from "@/lib/platform/i18n/stored-reason";
import { flatParams } from "@/lib/platform/url/href";
import { roleText, scopeText } from "../_components/assignment-table";
import { RevokeForm } from "../_components/revoke-form";

type Props = PageProps<"/admin/access/[id]">;

async function load(id: string) {
  const actor = await requirePage("access:read");
  const assignment = await getAssignment(actor, Number(id)).catch((error: unknown) => {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  });
  return { actor, assignment };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).assignment.displayName };
}

/** One assignment of a role: all that is known of it, and the way to end it. */
export default async function AssignmentPage({ params, searchParams }: Props) {
  const { actor, assignment } = await load((await params).id);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const [history, confirmation, t, roles, reasons, format] = await Promise.all([
    listRecordHistory(
      actor,
      [{ table: "role_assignment", keys: [assignment.id] }],
      page,
      size,
      columnSight(actor),
    ),
    findConfirmation(actor, assignment.id),
    getTranslations("access"),
    getTranslations("roles"),
    getTranslations("reasons"),
    getFormat(),
  ]);
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  const role = roleText(assignment.role, roles);
  const words = { role, name: assignment.displayName };
  const level = assignment.authorityLevel;
  return (
    <>
      <PageHeader
        title={assignment.displayName}
        detail={role}
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/admin/access" }] }}
      />
      <div className="grid max-w-4xl gap-x-12 gap-y-8 lg:grid-cols-2">
        <FactList className="content-start">
          <FactRow label={t("columns.email")}>{assignment.email}</FactRow>
          <FactRow label={t("columns.state")}>
            {t(assignment.accountDisabled ? "states.disabled" : `states.${assignment.state}`)}
          </FactRow>
          <FactRow label={t("columns.scope")}>{scopeText(assignment, t)}</FactRow>
          <FactRow label={t("columns.authority")}>{t(`levels.${levelKey(level)}`)}</FactRow>
          <FactRow label={t("columns.from")}>{format.date(assignment.validFrom)}</FactRow>
          <FactRow label={t("columns.to")}>
            {assignment.lastDay ? format.date(assignment.lastDay) : t("openEnd")}
          </FactRow>
          <FactRow label={t("columns.grantedBy")}>{assignment.grantedBy}</FactRow>
          {confirmation ? (
            <FactRow label={t("revoke.confirmedBy")}>
              {confirmation.href ? (
                <Link href={confirmation.href} prefetch={false} className="link">
                  {confirmation.checker}
                </Link>
              ) : (
                confirmation.checker
              )}
            </FactRow>
          ) : null}
          <FactRow label={t("columns.reason")}>
            {assignment.reason ? tellReason(loose(reasons), assignment.reason) : "—"}
          </FactRow>
        </FactList>
        {can(actor, "access:grant") ? (
          <Section title={t("revoke.title", words)}>
            {assignment.accountId === actor.accountId ? (
              <Alert variant="info">{t("revoke.own")}</Alert>
            ) : assignment.state === "past" ? (
              <Alert variant="info">{t("revoke.over")}</Alert>
            ) : (
              <ClientMessages namespaces={["forms"]}>
                <p className="mb-4 text-muted-foreground text-sm">{t("revoke.lead")}</p>
                <RevokeForm
                  id={assignment.id}
                  version={assignment.version}
                  texts={{
                    reason: t("revoke.reason"),
                    reasonHelp: t("revoke.reasonHelp"),
                    submit: t("revoke.submit"),
                    done: t("revoke.done"),
                  }}
                />
              </ClientMessages>
            )}
          </Section>
        ) : null}
      </div>
      <div className="mt-10 max-w-4xl">
        <History
          history={history}
          references={references}
          path={`/admin/access/${assignment.id}`}
          params={flatParams(query)}
        />
      </div>
    </>
  );
}

function levelKey(level: number | null): "none" | "1" | "2" | "3" | "4" {
  return level === null ? "none" : (String(level) as "1" | "2" | "3" | "4");
}
