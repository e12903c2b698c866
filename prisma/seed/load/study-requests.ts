import { dayText, instantText } from "../days";
import type { StudentRow } from "../people/students";
import type { World } from "../world";
import type { Loader } from "./loader";

/** Days until the requests expire, counted from the day on which the campus was made. */
const WAITS = 28;
const FIRST_ID = 2;

/** Students of a bachelor's programme who study now and are no persona: somebody to ask for. */
export function maySeek(row: StudentRow, persona: number): boolean {
  return (
    row.number !== persona && row.status === "ACTIVE" && row.life.stays.at(-1)?.programme.code === "BUSADMIN"
  );
}

/**
 * Two requests that wait for the academic director's persona: a change of major, and a leave of absence, both asked
 * for by a clerk of the registrar's office. Their ids follow the one of load/approvals.ts.
 */
export async function loadStudyRequests(
  loader: Loader,
  world: World,
  seekers: readonly StudentRow[],
  clerk: string | undefined,
): Promise<void> {
  const maker = Number(clerk?.split(":")[1]);
  const [first, second] = seekers;
  const wanted = world.programme("TESOL");
  if (!first || !second || !maker)
    throw new Error("nobody is there to ask for a change of major and a leave");
  const label = ({ number, person }: StudentRow) =>
    `${String(number).padStart(5, "0")} ${person.familyName} ${person.personalName}`;
  const common = (row: StudentRow, kind: string, payload: object, reason: string, id: number) => [
    id,
    kind,
    row.person.id,
    label(row),
    `student:${row.person.id}`,
    JSON.stringify(payload),
    "studies:approve",
    maker,
    reason,
    instantText(world.anchor - 1, 600 + id),
    instantText(world.anchor + WAITS, 600 + id),
  ];
  await loader.load(
    "approval",
    "id, kind, subject_id, subject_label, subject_key, payload, permission, maker_id, reason, created_at, expires_at",
    [
      common(
        first,
        "studies.change-major",
        {
          studentId: first.person.id,
          programmeId: wanted.id,
          isSelfDeclared: false,
          programme: { en: wanted.name, km: wanted.nameKm },
        },
        "Wants to become a teacher of English",
        FIRST_ID,
      ),
      common(
        second,
        "studies.grant-leave",
        {
          studentId: second.person.id,
          kind: "FAMILY",
          startsOn: dayText(world.anchor + 50),
          returnsOn: dayText(world.anchor + 150),
          askedOn: dayText(world.anchor - 1),
        },
        "Looks after the grandmother in Kratie",
        FIRST_ID + 1,
      ),
    ],
  );
}
