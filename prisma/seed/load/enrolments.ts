import type { CopyRow } from "@/lib/platform/db/copy";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import type { ClassDraft, Pupil } from "../classes/draft";
import { type DayNumber, instantText } from "../days";
import { Random } from "../random";
import type { World } from "../world";
import type { Loader } from "./loader";

type Event = { pupil: Pupil; draft: ClassDraft; kind: "enrolled" | "dropped"; at: string };
type Row = { pupil: Pupil; draft: ClassDraft; at: string; endedAt: string | null };

/** The day of an enrolment: in the weeks before the term, for the next terms in the days since registration opened. */
function enrolledOn(world: World, random: Random, draft: ClassDraft): DayNumber {
  if (draft.status === "ACTIVE") return draft.term.start - random.int(-3, 28);
  return world.anchor - random.int(1, 9);
}

/** Enrolments of the running and next terms with their events; a few were moved to another section in the first days. */
export async function loadEnrolments(
  loader: Loader,
  world: World,
  drafts: readonly ClassDraft[],
  clerks: readonly string[],
): Promise<void> {
  const random = new Random("enrolments");
  const rows: Row[] = [];
  const events: Event[] = [];
  for (const draft of drafts) {
    for (const pupil of draft.pupils) {
      const day = enrolledOn(world, random, draft);
      const at = instantText(day, random.int(480, 1050));
      const other = draft.status === "ACTIVE" && random.chance(0.03) ? sibling(drafts, draft) : undefined;
      if (other) {
        const before = instantText(day - 1, random.int(480, 1050));
        rows.push({ pupil, draft: other, at: before, endedAt: at });
        events.push(
          { pupil, draft: other, kind: "enrolled", at: before },
          { pupil, draft: other, kind: "dropped", at },
        );
      }
      rows.push({ pupil, draft, at, endedAt: null });
      events.push({ pupil, draft, kind: "enrolled", at });
    }
  }
  await loader.load(
    "enrolment",
    "id, student_id, class_id, status, is_late, enrolled_at, enrolled_by, ended_at, end_reason",
    rows.map((row, index) => [
      index + 1,
      row.pupil.personId,
      row.draft.id,
      row.endedAt ? "DROPPED" : "ENROLLED",
      false,
      row.at,
      clerkOf(clerks, row),
      row.endedAt,
      row.endedAt ? storedReason("section_changed") : null,
    ]),
  );
  await loadEvents(loader, rows, events, clerks);
}

function sibling(drafts: readonly ClassDraft[], draft: ClassDraft): ClassDraft | undefined {
  return drafts.find(
    (other) => other !== draft && other.course === draft.course && other.term === draft.term,
  );
}

function clerkOf(clerks: readonly string[], row: { pupil: Pupil; draft: ClassDraft }): string {
  return clerks[(row.pupil.personId + row.draft.id) % clerks.length] ?? "system:seed";
}

async function loadEvents(
  loader: Loader,
  rows: Row[],
  events: Event[],
  clerks: readonly string[],
): Promise<void> {
  const ids = new Map(rows.map((row, index) => [`${row.pupil.personId} ${row.draft.id}`, index + 1]));
  await loader.load(
    "enrolment_event",
    "id, enrolment_id, student_id, class_id, kind, at, actor",
    events.map(
      (event, index): CopyRow => [
        index + 1,
        ids.get(`${event.pupil.personId} ${event.draft.id}`) ?? 0,
        event.pupil.personId,
        event.draft.id,
        event.kind,
        event.at,
        clerkOf(clerks, event),
      ],
    ),
  );
  const versions = new Map<number, number>();
  for (const { pupil } of events) versions.set(pupil.personId, (versions.get(pupil.personId) ?? 0) + 1);
  await loader.load(
    "registration_state",
    "student_id, version",
    [...versions].sort(([a], [b]) => a - b),
  );
}
