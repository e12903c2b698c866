import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { listTextbookRows } from "@/lib/curriculum/textbooks/queries";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { loadTextbook } from "../_components/load";
import { TextbookFrame } from "../_components/textbook-frame";

type Props = PageProps<"/textbooks/[id]/history">;

async function load(params: Props["params"]) {
  const loaded = await loadTextbook(params);
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { book } = await load(params);
  return { title: `${book.title}: ${(await getTranslations("textbooks.tabs"))("history")}` };
}

/** Everything that was ever changed about a textbook, and which courses took it up or gave it up. */
export default async function TextbookHistoryPage({ params, searchParams }: Props) {
  const { actor, book } = await load(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const rows = await listTextbookRows(actor, book.id);
  const history = await listRecordHistory(actor, rows, page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <TextbookFrame actor={actor} book={book}>
      <History
        history={history}
        references={references}
        path={`/textbooks/${book.id}/history`}
        params={flatParams(query)}
      />
    </TextbookFrame>
  );
}
