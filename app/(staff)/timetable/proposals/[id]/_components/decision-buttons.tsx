"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSelection } from "@/components/data-table/selection";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { decideProposal } from "@/lib/classes/draft-timetable/actions";
import { ITEM_FILTERS } from "@/lib/classes/draft-timetable/kinds";
import type { DecideInput } from "@/lib/classes/draft-timetable/schemas";

type Decision = DecideInput["decision"];
const DONE = { ACCEPTED: "accepted", REJECTED: "rejected", PENDING: "reopened" } as const;

/** Sends one decision about some parts, and says how many it was. */
export function useDecision(id: number, after?: () => void) {
  const t = useTranslations("draftTimetable.actions");
  const router = useRouter();
  const { run, pending } = useAction(decideProposal);
  const decide = async (input: Omit<DecideInput, "id">) => {
    const result = await run({ id, ...input });
    if (!result?.ok) return;
    const { count } = result.data;
    if (count === 0) toast(t("none"));
    else toast.success(t(DONE[input.decision], { count }));
    after?.();
    router.refresh();
  };
  return { decide, pending, t };
}

/** Accepts, rejects or opens again what is selected in the table around it. */
export function BulkDecision({ id }: { id: number }) {
  const { ids, all, params, clear } = useSelection();
  const { decide, pending, t } = useDecision(id, clear);
  const give = (decision: Decision) =>
    decide({
      decision,
      deliveryIds: all ? [] : ids.map(Number),
      matching: all ? { q: textOf(params.q), show: showOf(params.show) } : null,
    });
  return (
    <>
      <Button size="sm" disabled={pending} onClick={() => give("ACCEPTED")}>
        {t("accept")}
      </Button>
      <Button size="sm" variant="outline" disabled={pending} onClick={() => give("REJECTED")}>
        {t("reject")}
      </Button>
      <Button size="sm" variant="ghost" disabled={pending} onClick={() => give("PENDING")}>
        {t("reopen")}
      </Button>
    </>
  );
}

function textOf(value: string | readonly string[] | undefined | null): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

function showOf(value: Parameters<typeof textOf>[0]): (typeof ITEM_FILTERS)[number] | null {
  return ITEM_FILTERS.find((each) => each === textOf(value)) ?? null;
}

/** Accepts every part that is placed and still open. */
export function AcceptAll({ id }: { id: number }) {
  const { decide, pending, t } = useDecision(id);
  return (
    <Button
      variant="outline"
      disabled={pending}
      onClick={() => decide({ decision: "ACCEPTED", deliveryIds: [], matching: { q: "", show: "PENDING" } })}
    >
      {t("acceptAll")}
    </Button>
  );
}

/** The decisions about one part. */
export function OneDecision({
  id,
  deliveryId,
  decision,
}: {
  id: number;
  deliveryId: number;
  decision: "PENDING" | "ACCEPTED" | "CHANGED" | "REJECTED";
}) {
  const { decide, pending, t } = useDecision(id);
  const give = (next: Decision) => decide({ decision: next, deliveryIds: [deliveryId], matching: null });
  return (
    <>
      {decision !== "PENDING" && (
        <Button variant="ghost" disabled={pending} onClick={() => give("PENDING")}>
          {t("reopen")}
        </Button>
      )}
      {decision !== "REJECTED" && (
        <Button variant="outline" disabled={pending} onClick={() => give("REJECTED")}>
          {t("reject")}
        </Button>
      )}
      {decision !== "ACCEPTED" && decision !== "CHANGED" && (
        <Button disabled={pending} onClick={() => give("ACCEPTED")}>
          {t("accept")}
        </Button>
      )}
    </>
  );
}
