import type { Metadata } from "next";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listProjectRows } from "@/lib/classes/projects/queries";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { loadProject } from "../_components/load";
import { ProjectHeading } from "../_components/project-heading";

async function load(params: Promise<{ id: string }>) {
  const loaded = await loadProject(params);
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({
  params,
}: PageProps<"/project-groups/[id]/history">): Promise<Metadata> {
  const { found } = await load(params);
  return { title: found.finalTitle ?? found.title };
}

/** Everything that was ever changed about a group: itself, who joined and left. */
export default async function ProjectHistoryPage({
  params,
  searchParams,
}: PageProps<"/project-groups/[id]/history">) {
  const { actor, found } = await load(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const [rows, format] = await Promise.all([listProjectRows(actor, found.id), getFormat()]);
  const history = await listRecordHistory(actor, rows, page, size, columnSight(actor));
  const codes = await listReferenceLabels(actor, referencedIds(history.rows));
  const references = new Map([
    ...codes,
    ...found.members.map((member) => [`student_id:${member.studentId}`, format.name(member)] as const),
  ]);
  return (
    <>
      <ProjectHeading actor={actor} found={found} />
      <History
        history={history}
        references={references}
        path={`/project-groups/${found.id}/history`}
        params={flatParams(query)}
      />
    </>
  );
}
