/** A meeting as its dialogs take it, in the reader's words where it is read. */
export type MeetingFacts = {
  id: number;
  version: number;
  deliveryId: number;
  /** YYYY-MM-DD, and as it is read. */
  date: string;
  dateText: string;
  startMin: number;
  endMin: number;
  timeText: string;
  /** "GESL-05 A". */
  className: string;
  roomId: number | null;
  room: string | null;
  teacherId: number | null;
  teacher: string | null;
  /** Without a change for the day. */
  regularRoom: { id: number; label: string } | null;
  regularTeacher: { id: number; label: string } | null;
  note: string | null;
};

/** What may be done with a meeting. */
export type MeetingAction = "change" | "cancel" | "makeUp" | "restore" | "remove";
