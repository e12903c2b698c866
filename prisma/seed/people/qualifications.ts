import { dayText } from "../days";
import type { Loader } from "../load/loader";
import { Random } from "../random";
import type { World } from "../world";
import type { TeacherRow } from "./staff";

/** Where English is spoken from birth, among the countries that teachers come from. */
const ENGLISH = new Set(["US", "GB", "AU"]);

/**
 * What the teachers may teach: the own faculty as a rule. A few have no entry, and some give graduate courses without the
 * authorisation, so that the lists of what is missing have something to show.
 */
export async function loadQualifications(
  loader: Loader,
  world: World,
  teachers: readonly TeacherRow[],
): Promise<void> {
  const departments = new Map(world.departments.map(({ code, id }) => [code, id]));
  let id = 0;
  await loader.load(
    "teaching_qualification",
    "id, teacher_id, department_id, minimum_degree, levels, is_native_english, has_special, special_note, is_coordinator, valid_from, valid_to",
    teachers.flatMap((teacher, index) => {
      const random = new Random(`qualification ${index}`);
      const { department, degree, person, persona, start, end } = teacher;
      if (!persona && random.chance(0.06)) return [];
      const native = ENGLISH.has(person.citizenship);
      const graduate =
        department === "AFAC" && (persona !== null || degree === "DOCTORATE" || random.chance(0.85));
      const special = !persona && random.chance(0.04);
      return [
        [
          ++id,
          person.id,
          departments.get(department) ?? 0,
          department === "LFAC" ? "BACHELOR" : "MASTER",
          graduate ? "BOTH" : "UNDERGRADUATE",
          native,
          special,
          special ? "Long experience at a partner university, confirmed by the dean" : null,
          !persona && random.chance(0.05),
          dayText(start),
          end === null ? null : dayText(end),
        ],
      ];
    }),
  );
}
