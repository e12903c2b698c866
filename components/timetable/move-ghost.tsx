"use client";

import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { type CheckState, verdictOf } from "./move-types";
import type { GridShape, Held } from "./use-drag";

type Props = { held: Held; check: CheckState | null; shape: GridShape };

const SIGNS = { refuse: "circle-x", confirm: "triangle-alert", warn: "info", free: "circle-check" } as const;

/** The meeting where it is held: its class, its new time, and by a sign whether it can stand there. */
export function MoveGhost({ held: { meeting, place }, check, shape }: Props) {
  const format = useFormat();
  const row = Math.round((place.startMin - shape.firstHour * 60) / 15) + 1;
  const length = Math.max(1, Math.round((meeting.endMin - meeting.startMin) / 15));
  const verdict = check ? verdictOf(check) : "asking";
  const sign = verdict === "asking" || verdict === "failed" ? "clock" : SIGNS[verdict];
  return (
    <li
      aria-hidden
      data-verdict={verdict}
      className={cn("tt-item tt-ghost", `tt-s${row} tt-e${row + length} tt-c${meeting.colour}`)}
    >
      <p className="flex items-start gap-1">
        <b className="min-w-0 flex-1 font-semibold text-xs">{meeting.name}</b>
        <Icon name={sign} className="size-3.5 shrink-0" />
      </p>
      <span className="tabular block text-xs">
        {format.timeRange(place.startMin, place.startMin + meeting.endMin - meeting.startMin)}
      </span>
    </li>
  );
}
