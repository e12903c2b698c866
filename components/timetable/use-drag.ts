"use client";

import { type PointerEvent, type RefObject, useRef, useState } from "react";
import type { Day } from "@/lib/platform/dates/day";
import type { Movable, Place } from "./move-types";

/** Pixels that a pointer may tremble before a press becomes a drag. */
const TREMBLE = 6;
const QUARTER = 15;

export type GridShape = { firstHour: number; hours: number; days: readonly Day[] };

/** A meeting that somebody holds, by the pointer or by the keys. */
export type Held = { meeting: Movable; place: Place; by: "pointer" | "keys" };

type Press = { meeting: Movable; x: number; y: number; grabbed: number; id: number };

const columnsOf = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>("ol[data-day]")];

/** Keeps a beginning on the grid, in quarter hours. */
export function clampStart(minutes: number, length: number, { firstHour, hours }: GridShape): number {
  const last = (firstHour + hours) * 60 - length;
  return Math.max(firstHour * 60, Math.min(Math.round(minutes / QUARTER) * QUARTER, last));
}

type Options = {
  root: RefObject<HTMLElement | null>;
  shape: GridShape;
  find(id: number): Movable | undefined;
  onDrop(held: Held): void;
};

/**
 * Dragging meetings over the week by mouse or pen; a finger scrolls, and moves by the handle instead. Positions come from
 * the columns as they stand on the screen, so that scrolling in between does no harm.
 */
export function useDrag({ root, shape, find, onDrop }: Options) {
  const [held, setHeld] = useState<Held | null>(null);
  const press = useRef<Press | null>(null);
  const dragging = useRef(false);

  function placeAt(event: PointerEvent, { meeting, grabbed }: Press): Place | null {
    const columns = root.current ? columnsOf(root.current) : [];
    const column = columns.find((each) => {
      const { left, right } = each.getBoundingClientRect();
      return event.clientX >= left && event.clientX < right;
    });
    const date = column?.dataset.day;
    if (!column || !date) return null;
    const { top, height } = column.getBoundingClientRect();
    const minutes = ((event.clientY - top - grabbed) / height) * shape.hours * 60 + shape.firstHour * 60;
    const startMin = clampStart(minutes, meeting.endMin - meeting.startMin, shape);
    return { date, startMin, roomId: meeting.roomId };
  }

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || event.pointerType === "touch") return;
      const target = event.target as HTMLElement;
      const item = target.closest<HTMLElement>("li[data-meeting]");
      if (!item?.closest("ol[data-day]") || target.closest("button")) return;
      const meeting = find(Number(item.dataset.meeting));
      if (!meeting) return;
      const grabbed = event.clientY - item.getBoundingClientRect().top;
      press.current = { meeting, x: event.clientX, y: event.clientY, grabbed, id: event.pointerId };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const down = press.current;
      if (!down || down.id !== event.pointerId) return;
      if (!dragging.current) {
        if (Math.hypot(event.clientX - down.x, event.clientY - down.y) < TREMBLE) return;
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      const place = placeAt(event, down);
      if (place) setHeld({ meeting: down.meeting, place, by: "pointer" });
    },
    onPointerUp() {
      const dropped = dragging.current ? held : null;
      press.current = null;
      // The click of this release comes before the timer; without one, the next click is an ordinary one.
      setTimeout(() => {
        dragging.current = false;
      });
      if (dropped) onDrop(dropped);
    },
    onPointerCancel() {
      press.current = null;
      dragging.current = false;
      setHeld(null);
    },
    /** The click that ends a drag opens no class. */
    onClickCapture(event: React.MouseEvent) {
      if (!dragging.current) return;
      dragging.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };

  function drop() {
    press.current = null;
    setHeld(null);
  }

  return { held, setHeld, drop, handlers };
}
