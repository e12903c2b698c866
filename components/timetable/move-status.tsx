"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { weekday } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { type CheckState, verdictOf } from "./move-types";
import type { Held } from "./use-drag";

/** Where the held meeting is and what that meets, for eyes and ears. */
export function MoveStatus({ held, check }: { held: Held | null; check: CheckState | null }) {
  const t = useTranslations("timetableStaff.move");
  const format = useFormat();
  const verdict = check ? verdictOf(check) : null;
  const first = check?.kind === "done" ? check.check.findings[0] : undefined;
  const where =
    held &&
    t("held", {
      name: held.meeting.name,
      when: `${format.weekday(weekday(held.place.date))} ${format.time(held.place.startMin)}`,
    });
  return (
    <div
      role="status"
      data-print="hide"
      className={cn(
        "pointer-events-none fixed inset-x-4 top-20 z-40 mx-auto w-fit rounded-md px-3 text-sm",
        held && "border bg-popover py-1.5 shadow-floating",
      )}
    >
      {held ? (
        <>
          <span className="font-medium">{where}</span>
          {" · "}
          <span
            className={
              verdict === "refuse" ? "text-danger" : verdict === "free" ? "text-success" : "text-warning"
            }
          >
            {verdict === "asking"
              ? t("asking")
              : verdict === "failed"
                ? t("failed")
                : (first?.text ?? t("free"))}
          </span>
          {held.by === "keys" ? <span className="block text-muted-foreground">{t("keys")}</span> : null}
        </>
      ) : null}
    </div>
  );
}
