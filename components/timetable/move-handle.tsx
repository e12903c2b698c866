import { Icon } from "@/components/ui/icon";

/**
 * The handle of a meeting that may be moved: a press opens the dialog, arrow keys carry it over the week. <WeekMover>
 * around the week listens for it. Seen with the pointer over the meeting or the focus on it, and always under a thumb.
 */
export function MoveHandle({ meetingId, label }: { meetingId: number; label: string }) {
  return (
    <button
      type="button"
      data-move={meetingId}
      data-print="hide"
      aria-label={label}
      title={label}
      className="tt-handle"
    >
      <Icon name="move" className="size-3.5" />
    </button>
  );
}
