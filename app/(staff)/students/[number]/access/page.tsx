import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccessTable } from "@/components/access-log/access-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { can } from "@/lib/platform/access/actor";
import { listAccesses, OF_SUBJECT } from "@/lib/platform/access-log/queries";
import { loadAccessLogParams } from "@/lib/platform/access-log/search-params";
import { flatParams } from "@/lib/platform/url/href";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";

export function generateMetadata({ params }: PageProps<"/students/[number]/access">): Promise<Metadata> {
  return recordTitle(params, "access_log:read");
}

/** Who opened this record, for auditors; reading it is noted too. */
export default async function StudentAccessPage({
  params,
  searchParams,
}: PageProps<"/students/[number]/access">) {
  const { actor, student } = await loadStudent(params, "access_log:read");
  const query = await searchParams;
  const { page, size } = loadAccessLogParams(query);
  const [found, t] = await Promise.all([
    listAccesses(actor, { ...OF_SUBJECT, subjectId: student.personId, page, size }),
    getTranslations("accessLog"),
  ]);
  return (
    <Section
      title={t("tab.title")}
      actions={
        <Link href={`/admin/access-log?student=${student.label}`} prefetch={false} className="link">
          {t("tab.all")}
        </Link>
      }
    >
      <AccessTable
        found={found}
        path={`/students/${student.label}/access`}
        params={flatParams(query)}
        linkAccounts={can(actor, "access:read")}
        linkClasses={false}
        filtered={false}
        empty={
          <EmptyState icon="eye" title={t("tab.none")}>
            {t("tab.noneText")}
          </EmptyState>
        }
      />
    </Section>
  );
}
