"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { EditableList } from "@/components/people/editable-list";
import { Badge } from "@/components/ui/badge";
import type { WishRow } from "@/lib/classes/draft-timetable/schemas";
import { removeWish } from "@/lib/classes/wishes/actions";
import type { Weekday } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";

const WishDialog = dynamic(() => import("./wish-dialog").then((module) => module.WishDialog), { ssr: false });

const TONES = { UNAVAILABLE: "danger", AVOID: "warning", PREFER: "success" } as const;

type Props = {
  number: number;
  rows: WishRow[];
  /** Terms for which something can be wished. */
  terms: { id: number; code: string }[];
  editable: boolean;
};

/** When a teacher cannot, would rather not, or likes to teach. */
export function WishList({ number, rows, terms, editable }: Props) {
  const t = useTranslations("draftTimetable.wishes");
  const format = useFormat();
  const name = ({ weekday, startMin, endMin }: WishRow) =>
    t("line", {
      weekday: format.weekday(weekday as Weekday, "long"),
      time: format.timeRange(startMin, endMin),
    });
  return (
    <EditableList
      words="draftTimetable.wishes"
      owner={{ number }}
      rows={rows}
      editable={editable}
      nameOf={name}
      remove={removeWish}
      dialog={(row, onClose) => <WishDialog number={number} row={row} terms={terms} onClose={onClose} />}
    >
      {(row) => (
        <div className="min-w-0 flex-1 text-sm">
          <p className="tabular flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            {name(row)}
            <Badge variant={TONES[row.kind]}>{t(`kinds.${row.kind}`)}</Badge>
          </p>
          <p className="wrap-anywhere text-muted-foreground">
            {[row.term?.code ?? t("everyTerm"), row.note].filter(Boolean).join(" · ")}
          </p>
        </div>
      )}
    </EditableList>
  );
}
