"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { unpackRows } from "@/components/data-table/packed";
import { useAction } from "@/components/forms/use-action";
import { toast } from "@/components/ui/toast-store";
import { moveMeeting } from "@/lib/classes/weeks/actions";
import type { MoveMeetingInput } from "@/lib/classes/weeks/schemas";
import { weekday } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { MoveGhost } from "./move-ghost";
import { MoveStatus } from "./move-status";
import { type Movable, type MoveScope, type Place, samePlace } from "./move-types";
import { clampStart, type GridShape, type Held, useDrag } from "./use-drag";
import { useMoveCheck } from "./use-move-check";

const MoveDialog = dynamic(() => import("./move-dialog").then((module) => module.MoveDialog), { ssr: false });

type Props = {
  /** `Movable`s from packRows, so that React carries one text. */
  meetings: string;
  shape: GridShape;
  children: ReactNode;
};

const STEPS: Record<string, [days: number, minutes: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -15],
  ArrowDown: [0, 15],
};
/** How long the way back is offered; the history keeps it for ever. */
const UNDO_MS = 15_000;

/** By which scope a place is tried while the meeting is held: the one that the dialog will offer first. */
const firstScope = (meeting: Movable): MoveScope => (meeting.weekly ? "onward" : "once");

/**
 * Makes the meetings of a drawn week movable: dragged by mouse or pen, carried with the arrow keys from their handle, or
 * put by the fields of the dialog. Every place is checked while the meeting is held; nothing is written before the
 * dialog has said what it means.
 */
export function WeekMover({ meetings, shape, children }: Props) {
  const t = useTranslations("timetableStaff.move");
  const format = useFormat();
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const byId = useMemo(
    () => new Map(unpackRows<Movable>(meetings).map((each) => [each.id, each])),
    [meetings],
  );
  const [asked, setAsked] = useState<{ meeting: Movable; place: Place } | null>(null);
  const { held, setHeld, drop, handlers } = useDrag({ root, shape, find: (id) => byId.get(id), onDrop: put });
  const check = useMoveCheck(held?.meeting, held?.place, held ? firstScope(held.meeting) : "once");
  const { run } = useAction(moveMeeting, { onSuccess: () => router.refresh() });

  function put({ meeting, place }: Held) {
    drop();
    if (!samePlace(place, { ...meeting })) setAsked({ meeting, place });
  }

  useEffect(() => {
    if (!held) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && drop();
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  function handleOf(target: EventTarget): Movable | undefined {
    const button = (target as HTMLElement).closest<HTMLElement>("button[data-move]");
    return button ? byId.get(Number(button.dataset.move)) : undefined;
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const meeting = handleOf(event.target);
    if (!meeting) return;
    const step = STEPS[event.key];
    if (step && (event.target as HTMLElement).closest("ol[data-day]")) {
      event.preventDefault();
      const from = held?.by === "keys" && held.meeting.id === meeting.id ? held.place : { ...meeting };
      const index = shape.days.indexOf(from.date) + step[0];
      const date = shape.days[Math.max(0, Math.min(index, shape.days.length - 1))] ?? from.date;
      const startMin = clampStart(from.startMin + step[1], meeting.endMin - meeting.startMin, shape);
      setHeld({ meeting, place: { date, startMin, roomId: meeting.roomId }, by: "keys" });
    } else if ((event.key === "Enter" || event.key === " ") && held?.by === "keys") {
      event.preventDefault();
      put(held);
    }
  }

  function onClick(event: React.MouseEvent) {
    const meeting = handleOf(event.target);
    if (meeting && !held) setAsked({ meeting, place: { ...meeting } });
  }

  function onMoved(meeting: Movable, place: Place, undo: MoveMeetingInput) {
    setAsked(null);
    const when = `${format.weekday(weekday(place.date))} ${format.time(place.startMin)}`;
    toast.success(t("moved", { name: meeting.name, when }), {
      duration: UNDO_MS,
      action: {
        label: t("undo"),
        onClick: async () => {
          const result = await run(undo);
          if (result?.ok) toast.success(t("undone", { name: meeting.name }));
        },
      },
    });
    router.refresh();
  }

  const column = held && root.current?.querySelector(`ol[data-day="${held.place.date}"]`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handles inside are buttons; this only listens for them.
    <div
      ref={root}
      {...handlers}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={() => held?.by === "keys" && drop()}
      className={held?.by === "pointer" ? "tt-holding" : "tt-movable"}
    >
      <MoveStatus held={held} check={check} />
      {children}
      {held && column ? createPortal(<MoveGhost held={held} check={check} shape={shape} />, column) : null}
      {asked ? (
        <MoveDialog
          key={`${asked.meeting.id}-${asked.meeting.version}`}
          meeting={asked.meeting}
          place={asked.place}
          days={shape.days}
          firstScope={firstScope(asked.meeting)}
          onClose={() => setAsked(null)}
          onMoved={onMoved}
        />
      ) : null}
    </div>
  );
}
