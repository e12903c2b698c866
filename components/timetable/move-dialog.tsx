"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox, Radio } from "@/components/ui/checkbox";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { moveMeeting } from "@/lib/classes/weeks/actions";
import {
  MOVE_SCOPES,
  type MoveMeetingInput,
  type MoveScope,
  type WeekChoice,
} from "@/lib/classes/weeks/schemas";
import { type Day, weekday } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { MoveFindings } from "./move-findings";
import { type Movable, type Place, samePlace, verdictOf } from "./move-types";
import { useMoveCheck } from "./use-move-check";

type Props = {
  meeting: Movable;
  place: Place;
  days: readonly Day[];
  firstScope: MoveScope;
  onClose(): void;
  onMoved(meeting: Movable, place: Place, undo: MoveMeetingInput): void;
};

/** "17:30" of minutes since midnight, and back, as the browser's field of times takes it. */
const toText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const toMinutes = (text: string) => {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
};

/** Rooms in use, for the field; only the present one while they are not there. */
function useRooms(meeting: Movable) {
  const [rooms, setRooms] = useState<Pick<WeekChoice, "id" | "label" | "detail">[] | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    fetch("/api/v1/classes/timetable/choices?kind=room", { signal: abort.signal })
      .then((response) =>
        response.ok ? response.json() : Promise.reject(new Error(String(response.status))),
      )
      .then(({ rows }: { rows: WeekChoice[] }) => setRooms(rows))
      // Without the list the room stays as it is; the other fields work.
      .catch(() => {});
    return () => abort.abort();
  }, []);
  const own = { id: meeting.roomId ?? 0, label: meeting.room ?? "", detail: null };
  return rooms ?? (meeting.roomId === null ? [] : [own]);
}

/** What a move means, before it is made: day, time and room, this week or every week from here, and what stands in the way. */
export function MoveDialog({ meeting, place: first, days, firstScope, onClose, onMoved }: Props) {
  const t = useTranslations("timetableStaff.move");
  const format = useFormat();
  const id = useId();
  const [place, setPlace] = useState(first);
  const [scope, setScope] = useState(firstScope);
  const [accepted, setAccepted] = useState(false);
  const rooms = useRooms(meeting);
  const check = useMoveCheck(meeting, place, scope);
  const verdict = check ? verdictOf(check) : "asking";
  const unmoved = samePlace(place, { ...meeting });
  const length = meeting.endMin - meeting.startMin;
  const { run, pending } = useAction(moveMeeting, {
    onSuccess: ({ undo }) => onMoved(meeting, place, undo),
  });

  function change(next: Partial<Place>) {
    setPlace((current) => ({ ...current, ...next }));
    setAccepted(false);
  }

  const fits = place.startMin + length <= 1440;
  const ready =
    !unmoved && fits && (verdict === "free" || verdict === "warn" || (verdict === "confirm" && accepted));
  const done = check?.kind === "done" ? check.check : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: meeting.name })}
      description={t("from", {
        when: `${format.date(meeting.date, "weekday")}, ${format.timeRange(meeting.startMin, meeting.endMin)}`,
        room: meeting.room ?? t("noRoom"),
      })}
    >
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <label className="flex flex-col gap-1.5 text-sm" htmlFor={`${id}-day`}>
          {t("day")}
          <Select
            id={`${id}-day`}
            data-autofocus
            value={place.date}
            onChange={(event) => change({ date: event.target.value })}
          >
            {days.map((day) => (
              <option key={day} value={day}>
                {`${format.weekday(weekday(day))} ${format.date(day).replace(/\s\S+$/, "")}`}
              </option>
            ))}
          </Select>
        </label>
        <label className="flex flex-col gap-1.5 text-sm" htmlFor={`${id}-start`}>
          {t("start")}
          <Input
            id={`${id}-start`}
            type="time"
            step={300}
            value={toText(place.startMin)}
            onChange={(event) => event.target.value && change({ startMin: toMinutes(event.target.value) })}
          />
        </label>
        <label className="col-span-2 flex flex-col gap-1.5 text-sm sm:col-span-1" htmlFor={`${id}-room`}>
          {t("room")}
          <Select
            id={`${id}-room`}
            value={place.roomId ?? ""}
            onChange={(event) =>
              change({ roomId: event.target.value === "" ? null : Number(event.target.value) })
            }
          >
            <option value="">{t("noRoom")}</option>
            {rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {room.detail ? `${room.label} (${room.detail})` : room.label}
              </option>
            ))}
          </Select>
        </label>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm">{t("scope")}</legend>
        {MOVE_SCOPES.map((each) => (
          <label
            key={each}
            htmlFor={`${id}-${each}`}
            className="flex items-start gap-2.5 text-sm has-disabled:opacity-60"
          >
            <Radio
              id={`${id}-${each}`}
              name={`${id}-scope`}
              className="mt-0.5"
              checked={scope === each}
              disabled={each === "onward" && !meeting.weekly}
              onChange={() => {
                setScope(each);
                setAccepted(false);
              }}
            />
            <span>
              <span className="font-medium">{t(`scopes.${each}`)}</span>
              <span className="block text-muted-foreground">
                {each === "onward" && !meeting.weekly ? t("notWeekly") : t(`scopesHelp.${each}`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <div role="status" className="flex flex-col gap-2">
        {unmoved ? <p className="text-muted-foreground text-sm">{t("unmoved")}</p> : null}
        {fits ? null : <p className="text-danger text-sm">{t("pastMidnight")}</p>}
        {unmoved || !fits ? null : verdict === "asking" ? (
          <p className="text-muted-foreground text-sm">{t("asking")}</p>
        ) : verdict === "failed" ? (
          <Alert variant="danger">{t("failed")}</Alert>
        ) : (
          <>
            <MoveFindings findings={done?.findings ?? []} free={t("free")} />
            {verdict === "refuse" || !done ? null : (
              <p className="text-sm">
                {t(scope === "once" ? "meansOnce" : "meansOnward", {
                  meetings: done.meetings,
                  students: done.students,
                  from: format.date(done.from),
                  until: format.date(done.until),
                })}
              </p>
            )}
            {verdict === "confirm" ? (
              <label htmlFor={`${id}-accept`} className="flex items-start gap-2.5 text-sm">
                <Checkbox
                  id={`${id}-accept`}
                  className="mt-0.5"
                  checked={accepted}
                  onChange={(event) => setAccepted(event.target.checked)}
                />
                {t("accept")}
              </label>
            ) : null}
          </>
        )}
      </div>
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          disabled={!ready}
          pending={pending}
          onClick={() =>
            run({
              meetingId: meeting.id,
              version: meeting.version,
              slotVersion: scope === "onward" ? meeting.slotVersion : null,
              scope,
              onDate: place.date,
              startMin: place.startMin,
              endMin: place.startMin + length,
              roomId: place.roomId,
              acceptClashes: accepted,
            })
          }
        >
          {t("confirm", { name: meeting.name })}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
