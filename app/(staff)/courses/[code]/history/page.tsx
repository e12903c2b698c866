import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { listCourseRows } from "@/lib/curriculum/courses/queries/course-rows";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { CourseFrame } from "../_components/course-frame";
import { loadCourse } from "../_components/load";

type Props = PageProps<"/courses/[code]/history">;

async function load(params: Props["params"]) {
  const loaded = await loadCourse(params);
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shown } = await load(params);
  return { title: `${shown.code}: ${(await getTranslations("courses.tabs"))("history")}` };
}

/** Everything that was ever changed about a course: its versions, what it asks for, what counts for it, its textbooks. */
export default async function CourseHistoryPage({ params, searchParams }: Props) {
  const course = await load(params);
  const { actor, shown } = course;
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const rows = await listCourseRows(actor, shown.code);
  const history = await listRecordHistory(actor, rows, page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <CourseFrame course={course}>
      <History
        history={history}
        references={references}
        path={`/courses/${shown.code}/history`}
        params={flatParams(query)}
      />
    </CourseFrame>
  );
}
