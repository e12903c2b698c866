import type { CopyRow } from "@/lib/platform/db/copy";
import type { Loader } from "../load/loader";
import type { TeacherRow } from "../people/staff";
import { Random } from "../random";

const EVENING = [17 * 60 + 30, 21 * 60 + 30] as const;
const MORNING = [7 * 60, 12 * 60] as const;

/** Who teaches elsewhere on some evening, sleeps long, or likes the evenings: a third of the teachers. */
function wishesOf(random: Random, teacher: TeacherRow): CopyRow[] {
  const row = (
    weekday: number,
    [start, end]: readonly [number, number],
    kind: string,
    note: string | null,
  ) => [teacher.person.id, weekday, start, end, kind, note];
  if (random.chance(0.12)) return [row(random.int(1, 5), EVENING, "UNAVAILABLE", "Teaches elsewhere")];
  if (random.chance(0.12)) return [1, 2, 3, 4, 5].map((weekday) => row(weekday, MORNING, "AVOID", null));
  if (random.chance(0.12)) return [1, 2, 3, 4].map((weekday) => row(weekday, EVENING, "PREFER", null));
  return [];
}

/** When teachers cannot, would rather not, or like to teach, in every term. */
export async function loadWishes(loader: Loader, teachers: readonly TeacherRow[]): Promise<void> {
  const random = new Random("wishes");
  await loader.load(
    "teacher_wish",
    "id, teacher_id, weekday, start_min, end_min, kind, note",
    teachers
      .filter(({ status, persona }) => status === "ACTIVE" && persona === null)
      .flatMap((teacher) => wishesOf(random, teacher))
      .map((row, index) => [index + 1, ...row]),
  );
}
