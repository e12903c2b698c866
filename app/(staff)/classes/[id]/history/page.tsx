import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { ClassHeading } from "@/components/classes/class-heading";
import { ClassTabs } from "@/components/classes/class-tabs";
import { listClassRows } from "@/lib/classes/queries/class-rows";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { listRosterRows } from "@/lib/registration/queries/roster-rows";
import { loadClass } from "../_components/load";

async function load(params: Promise<{ id: string }>) {
  const loaded = await loadClass(params);
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({ params }: PageProps<"/classes/[id]/history">): Promise<Metadata> {
  const { found } = await load(params);
  return { title: `${found.code} ${found.section}` };
}

/** Everything that was ever changed about a class: itself, its parts and times, its seats, who came and went. */
export default async function ClassHistoryPage({ params, searchParams }: PageProps<"/classes/[id]/history">) {
  const { actor, found } = await load(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const [own, roster, t] = await Promise.all([
    listClassRows(actor, found.id),
    listRosterRows(actor, found.id),
    getTranslations("classes"),
  ]);
  const history = await listRecordHistory(actor, [...own, ...roster], page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <>
      <ClassHeading
        found={found}
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/classes" }] }}
      />
      <ClassTabs actor={actor} classId={found.id} />
      <History
        history={history}
        references={references}
        path={`/classes/${found.id}/history`}
        params={flatParams(query)}
      />
    </>
  );
}
