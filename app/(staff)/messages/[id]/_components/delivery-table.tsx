import { getTranslations } from "next-intl/server";
import type { Column, PersonValue } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { listDeliveries } from "@/lib/messages/queries/deliveries";
import { DELIVERY_STATUSES, type MergeDto, PROBLEMS } from "@/lib/messages/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { DeliveryStatus } from "@/lib/platform/db/generated/enums";
import type { UrlParams } from "@/lib/platform/url/href";

const TONES = { QUEUED: "neutral", SENT: "success", FAILED: "danger", SKIPPED: "warning" } as const;

type Line = {
  id: number;
  href?: string;
  number: string | null;
  name: PersonValue;
  address: string | null;
  status: string;
  problem: string | null;
  sentAt: string | null;
};

type Props = {
  actor: AccountActor;
  merge: MergeDto;
  state: { status: readonly DeliveryStatus[]; page: number; size: number };
  params: UrlParams;
};

/** The people of a message and what became of it, those with a problem first. */
export async function DeliveryTable({ actor, merge, state, params }: Props) {
  const [found, t, all] = await Promise.all([
    listDeliveries(actor, merge.id, state),
    getTranslations("mailings.detail"),
    getTranslations("mailings"),
  ]);
  const isMail = merge.medium === "EMAIL";
  const statuses = Object.fromEntries(
    DELIVERY_STATUSES.map((status) => [status, { label: all(`statuses.${status}`), tone: TONES[status] }]),
  );
  const problemText = (code: string | null, answer: string | null) => {
    if (code === null) return null;
    const known = PROBLEMS.find((problem) => problem === code);
    return [known ? all(`problems.${known}`) : code, answer].filter(Boolean).join(" · ");
  };
  const columns: Column<keyof Line>[] = [
    { key: "number", label: t("number"), kind: "code", fixed: true, phone: "line" },
    { key: "name", label: t("name"), kind: "person", fixed: true, phone: "title" },
    ...(isMail
      ? [{ key: "address", label: t("address"), kind: "text", fixed: true, phone: "line" } as const]
      : []),
    { key: "status", label: t("status"), kind: "badge", badges: statuses, fixed: true, phone: "aside" },
    { key: "problem", label: t("problem"), kind: "text", fixed: true, phone: "line" },
    { key: "sentAt", label: t("sentAt"), kind: "datetime", fixed: true, phone: "hidden" },
  ];
  return (
    <DataTable<Line>
      name="deliveries"
      caption={t("caption")}
      columns={columns}
      rows={found.rows.map(({ id, number, name, address, status, problem, answer, sentAt }) => ({
        id,
        ...(number ? { href: `/students/${number}` } : {}),
        number,
        name,
        address,
        status,
        problem: problemText(problem, answer),
        sentAt,
      }))}
      path={`/messages/${merge.id}`}
      params={params}
      page={found}
      filters={[
        {
          key: "status",
          label: all("filters.status"),
          multiple: true,
          options: DELIVERY_STATUSES.map((value) => ({ value, label: all(`statuses.${value}`) })),
        },
      ]}
      empty={<EmptyState icon="users" title={t("none")} />}
    />
  );
}
