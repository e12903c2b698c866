import type { Metadata } from "next";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { listHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { flatParams } from "@/lib/platform/url/href";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";

export function generateMetadata({ params }: PageProps<"/students/[number]/history">): Promise<Metadata> {
  return recordTitle(params, "audit:read_history");
}

/** Everything that was ever changed about this person. */
export default async function StudentHistoryPage({
  params,
  searchParams,
}: PageProps<"/students/[number]/history">) {
  const { actor, student } = await loadStudent(params, "audit:read_history");
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const history = await listHistory(actor, student.personId, page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <History
      history={history}
      references={references}
      path={`/students/${student.label}/history`}
      params={flatParams(query)}
    />
  );
}
