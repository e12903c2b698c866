import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { Section } from "@/components/layout/section";
import { OwnDataSection } from "@/components/people/own-data-section";
import { RequestList } from "@/components/people/request-list";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { listRequestsOf } from "@/lib/people/change-requests/queries";
import { columnSight } from "@/lib/people/column-fields";
import { listOwnDataFiles } from "@/lib/people/own-data/queries";
import { can } from "@/lib/platform/access/actor";
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
  const requests = can(actor, "people:read_requests") ? await listRequestsOf(actor, student.personId) : [];
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  const files = can(actor, "people:edit") ? await listOwnDataFiles(actor, student.personId) : null;
  const words = await getTranslations("changeRequests.list");
  return (
    <>
      {requests.length > 0 ? (
        <Section title={words("title")} framed className="mb-stack max-w-3xl">
          <RequestList
            requests={requests}
            none={words("none")}
            action={({ id }) => (
              <Link href={`/change-requests/${id}`} prefetch={false} className="link">
                {words("open")}
              </Link>
            )}
          />
        </Section>
      ) : null}
      <History
        history={history}
        references={references}
        path={`/students/${student.label}/history`}
        params={flatParams(query)}
      />
      {files ? <OwnDataSection of={{ number: student.number }} files={files} className="mt-8" /> : null}
    </>
  );
}
