import type { ChangeSetStatus, JobStatus } from "@/lib/platform/db/generated/enums";

/** What the page of an import shows. */
export type Phase =
  | "reading"
  | "unreadable"
  | "columns"
  | "checking"
  | "result"
  | "applying"
  | "done"
  | "undoing"
  | "undone";

type Given = {
  status: ChangeSetStatus;
  job: { name: string; status: JobStatus } | null;
  /** Whether the file was read. */
  isRead: boolean;
  /** The person went back to the columns of a checked list. */
  wantsColumns: boolean;
};

/** The phase that follows from the state of the set and its last job. */
export function phaseOf({ status, job, isRead, wantsColumns }: Given): Phase {
  switch (status) {
    case "PREVIEWING":
      return "checking";
    case "PREVIEWED":
      return wantsColumns ? "columns" : "result";
    case "APPLYING":
      return "applying";
    case "APPLIED":
      return "done";
    case "UNDOING":
      return "undoing";
    case "UNDONE":
      return "undone";
    default: {
      const reading = job?.status === "QUEUED" || job?.status === "RUNNING";
      if (reading) return "reading";
      return isRead ? "columns" : "unreadable";
    }
  }
}

/** Which of the four steps (file, columns, check, done) a phase belongs to, from 0. */
export function stepOf(phase: Phase): number {
  if (phase === "reading" || phase === "unreadable") return 0;
  if (phase === "columns") return 1;
  return phase === "checking" || phase === "result" || phase === "applying" ? 2 : 3;
}
