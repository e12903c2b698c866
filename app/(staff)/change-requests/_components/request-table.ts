import type { getTranslations } from "next-intl/server";
import type { Column, KeyOf, PersonValue, Row } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { ASKED_TOPICS, REQUEST_STATUSES } from "@/lib/people/change-requests/rules";
import type { RequestRow } from "@/lib/people/change-requests/schemas";

type Say = Awaited<ReturnType<typeof getTranslations<"changeRequests">>>;

const TONES = { PENDING: "info", APPROVED: "success", REJECTED: "warning", WITHDRAWN: "neutral" } as const;

export type RequestLine = Row & {
  who: PersonValue;
  number: string | null;
  topic: string;
  status: string;
  createdAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
};

/** A request as a row that opens it. */
export function toLine(request: RequestRow): RequestLine {
  const { id, familyName, personalName, khmerFamilyName, khmerPersonalName } = request;
  const { number, topic, status, createdAt, decidedAt, decidedBy } = request;
  const who: PersonValue = { familyName, personalName };
  if (khmerFamilyName) who.khmerFamilyName = khmerFamilyName;
  if (khmerPersonalName) who.khmerPersonalName = khmerPersonalName;
  return {
    id,
    href: `/change-requests/${id}`,
    who,
    number,
    topic,
    status,
    createdAt,
    decidedAt,
    decidedBy: status === "WITHDRAWN" ? null : decidedBy,
  };
}

export function requestColumns(t: Say): Column<KeyOf<RequestLine>>[] {
  const topics = Object.fromEntries(
    ASKED_TOPICS.map((topic) => [topic, { label: t(`topics.${topic}`), tone: "plain" as const }]),
  );
  const statuses = Object.fromEntries(
    REQUEST_STATUSES.map((status) => [status, { label: t(`statuses.${status}`), tone: TONES[status] }]),
  );
  return [
    { key: "who", label: t("columns.who"), kind: "person", fixed: true, phone: "title" },
    { key: "number", label: t("columns.number"), kind: "code", phone: "hidden" },
    { key: "topic", label: t("columns.topic"), kind: "badge", badges: topics, fixed: true, phone: "line" },
    { key: "status", label: t("columns.status"), kind: "badge", badges: statuses, phone: "aside" },
    { key: "createdAt", label: t("columns.createdAt"), kind: "datetime", sortable: true, phone: "line" },
    { key: "decidedAt", label: t("columns.decidedAt"), kind: "datetime", phone: "hidden" },
    { key: "decidedBy", label: t("columns.decidedBy"), kind: "text", phone: "hidden" },
  ];
}

export function requestFilters(t: Say): Filter[] {
  return [
    {
      key: "status",
      label: t("filters.status"),
      multiple: true,
      options: REQUEST_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
    },
    {
      key: "topic",
      label: t("filters.topic"),
      multiple: true,
      options: ASKED_TOPICS.map((value) => ({ value, label: t(`topics.${value}`) })),
    },
  ];
}
