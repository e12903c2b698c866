import "@/lib/operations/retention-rules";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { requirePage } from "@/lib/platform/auth/page";
import { listRetentionRules, listRetentionRuns } from "@/lib/platform/retention/queries";
import { RuleTable } from "./_components/rule-table";
import { RunTable } from "./_components/run-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention"))("title") };
}

/** What is kept for how long, what would go tonight, and what went. */
export default async function RetentionPage() {
  const actor = await requirePage("settings:read");
  const [rules, runs, t] = await Promise.all([
    listRetentionRules(actor),
    listRetentionRuns(actor),
    getTranslations("retention"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="grid gap-8">
        <RuleTable rules={rules} />
        <Section title={t("runs.title")}>
          <RunTable runs={runs} />
        </Section>
      </div>
    </>
  );
}
