import type { CopyRow } from "@/lib/platform/db/copy";
import { dayText, instantText } from "../days";
import type { StudentRow } from "../people/students";
import { type Matters, mattersOf } from "../studies/matters";
import type { World } from "../world";
import type { Loader } from "./loader";

/** What stands in the reason of an invented leave: the kind in a word, as people write it. */
const WHY = {
  MEDICAL: "Treatment, with a paper of the hospital",
  FAMILY: "Looks after a parent",
  WORK: "Works in another province",
  MONKHOOD: "Becomes a monk for a time",
} as const;

/** Loads majors, changes of cycle and leaves of batches of students. */
export class MatterLoader {
  #declaration = 0;
  #change = 0;
  #leave = 0;

  constructor(
    readonly loader: Loader,
    readonly world: World,
  ) {}

  async load(batch: readonly StudentRow[]): Promise<void> {
    const told = batch.map((row): [number, Matters] => [row.person.id, mattersOf(this.world, row)]);
    await this.loader.load(
      "major_declaration",
      "id, student_id, programme_id, declared_on, effective_on, status, is_self_declared, reason, created_at",
      this.#declarations(told),
    );
    await this.loader.load(
      "cycle_change",
      "id, student_id, kind, detected_on, source_programme_id, target_programme_id, ended_on, end_reason",
      this.#changes(told),
    );
    await this.loader.load(
      "leave_of_absence",
      "id, student_id, starts_on, returns_on, kind, reason, status, created_at",
      this.#leaves(told),
    );
  }

  *#declarations(told: readonly [number, Matters][]): Generator<CopyRow> {
    for (const [student, { declarations }] of told) {
      for (const { programme, on, status, self, reason } of declarations) {
        const day = dayText(on);
        yield [
          ++this.#declaration,
          student,
          programme.id,
          day,
          day,
          status,
          self,
          reason,
          instantText(on, 560),
        ];
      }
    }
  }

  *#changes(told: readonly [number, Matters][]): Generator<CopyRow> {
    for (const [student, { cycleChanges }] of told) {
      for (const { kind, on, source, target, end, endReason } of cycleChanges) {
        const ended = end === null ? null : dayText(end);
        yield [++this.#change, student, kind, dayText(on), source?.id ?? null, target.id, ended, endReason];
      }
    }
  }

  *#leaves(told: readonly [number, Matters][]): Generator<CopyRow> {
    for (const [student, { leaves }] of told) {
      for (const { from, back, kind } of leaves) {
        const asked = instantText(Math.min(from, this.world.anchor) - 5, 600);
        yield [++this.#leave, student, dayText(from), dayText(back), kind, WHY[kind], "APPROVED", asked];
      }
    }
  }
}
