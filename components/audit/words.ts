import "server-only";
import { getTranslations } from "next-intl/server";
import type { ReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { Words } from "./describe";

/**
 * Everything that turns entries of the audit into words, for the reader of this request.
 * @param references codes behind the ids in these entries (listReferenceLabels of referencedIds)
 */
export async function getAuditWords(references: ReferenceLabels): Promise<Words> {
  const [
    history,
    reasons,
    people,
    studies,
    registration,
    approvals,
    colleagues,
    duplicates,
    changeRequests,
    details,
    classes,
    classEdit,
    projects,
    format,
  ] = await Promise.all([
    getTranslations("history"),
    getTranslations("reasons"),
    getTranslations("people"),
    getTranslations("studies"),
    getTranslations("registration"),
    getTranslations("approvals"),
    getTranslations("colleagues"),
    getTranslations("duplicates"),
    getTranslations("changeRequests"),
    getTranslations("personDetails"),
    getTranslations("classes"),
    getTranslations("classEdit"),
    getTranslations("projects"),
    getFormat(),
  ]);
  return {
    history: loose(history),
    reasons: loose(reasons),
    people: loose(people),
    studies: loose(studies),
    registration: loose(registration),
    approvals: loose(approvals),
    colleagues: loose(colleagues),
    duplicates: loose(duplicates),
    changeRequests: loose(changeRequests),
    details: loose(details),
    classes: loose(classes),
    classEdit: loose(classEdit),
    projects: loose(projects),
    format,
    references,
  };
}
