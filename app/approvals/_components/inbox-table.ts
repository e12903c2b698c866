import type { getTranslations } from "next-intl/server";
import type { Column, Row } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { approvalKinds } from "@/lib/approvals/define";
import { APPROVAL_STATUSES, type ApprovalLine, type Box } from "@/lib/approvals/schemas";
import type { LooseTranslator } from "@/lib/platform/i18n/explain-text";
import { statusTones } from "./status-tones";

type Say = Awaited<ReturnType<typeof getTranslations<"approvals">>>;

type InboxRow = Row & {
  what: string;
  subject: string;
  maker: string;
  checker: string | null;
  status: string;
  createdAt: string;
  expiresAt: string;
  decidedAt: string | null;
};
type InboxColumn = Column<Exclude<keyof InboxRow, keyof Row>>;

/** The columns of a tray: what waits says until when, what is decided by whom. */
export function inboxColumns(t: Say, box: Box): InboxColumn[] {
  const badges = Object.fromEntries(
    APPROVAL_STATUSES.map((status) => [
      status,
      { label: t(`statuses.${status}`), tone: statusTones[status] },
    ]),
  );
  const all: InboxColumn[] = [
    { key: "what", label: t("columns.what"), kind: "text", fixed: true, phone: "title" },
    { key: "subject", label: t("columns.subject"), kind: "text", fixed: true, phone: "line" },
    { key: "maker", label: t("columns.maker"), kind: "text", fixed: true, phone: "hidden" },
    { key: "status", label: t("columns.status"), kind: "badge", badges, fixed: true, phone: "aside" },
    { key: "createdAt", label: t("columns.createdAt"), kind: "datetime", fixed: true, phone: "hidden" },
    { key: "expiresAt", label: t("columns.expiresAt"), kind: "datetime", fixed: true, phone: "line" },
    { key: "checker", label: t("columns.checker"), kind: "text", fixed: true, phone: "hidden" },
    { key: "decidedAt", label: t("columns.decidedAt"), kind: "datetime", fixed: true, phone: "line" },
  ];
  const hidden: Record<Box, readonly string[]> = {
    waiting: ["status", "checker", "decidedAt"],
    asked: ["maker", "createdAt"],
    decided: ["checker", "createdAt", "expiresAt"],
    all: ["expiresAt"],
  };
  return all.filter(({ key }) => !hidden[box].includes(key));
}

/** Kind and state; what waits has one state only. */
export function inboxFilters(t: Say, say: LooseTranslator, box: Box): Filter[] {
  const kinds = approvalKinds().map(({ kind }) => ({ value: kind, label: say(`kinds.${kind}.name`) }));
  return [
    { key: "kind", label: t("filters.kind"), options: kinds },
    ...(box === "waiting"
      ? []
      : [
          {
            key: "status",
            label: t("filters.status"),
            options: APPROVAL_STATUSES.filter((status) => box !== "decided" || /^APP|^REJ/.test(status)).map(
              (value) => ({ value, label: t(`statuses.${value}`) }),
            ),
          },
        ]),
  ];
}

/** A request as a row that opens its page. */
export function toInboxRow(line: ApprovalLine & { what: string }): InboxRow {
  return {
    id: line.id,
    href: `/approvals/${line.id}`,
    what: line.what,
    subject: line.subjectLabel,
    maker: line.maker.name,
    checker: line.checker?.name ?? null,
    status: line.status,
    createdAt: line.createdAt,
    expiresAt: line.expiresAt,
    decidedAt: line.decidedAt,
  };
}
