import type { CopyRow } from "@/lib/platform/db/copy";
import { dayText, instantText } from "../days";
import type { StudentRow } from "../people/students";
import { DetailsLoader } from "../person-details/load";
import type { ProgrammeStay } from "../studies/life";
import type { World } from "../world";
import type { Loader } from "./loader";
import { MatterLoader } from "./matters";
import type { PeopleLoader } from "./people";

const ACTOR = "system:seed";

/** Programmes of the rank order in which the present one is chosen: highest cycle, then the newest. */
function currentProgramme(stays: readonly ProgrammeStay[]): number | null {
  const active = stays.filter((stay) => stay.status === "ACTIVE");
  return (
    active.sort((a, b) => b.programme.cycleId - a.programme.cycleId || b.start - a.start)[0]?.programme.id ??
    null
  );
}

/** Loads batches of students with everything of their own: profile, status, programmes, history of courses. */
export class StudentLoader {
  readonly #people: PeopleLoader;
  readonly #matters: MatterLoader;
  readonly #details: DetailsLoader;
  #alias = 0;
  #contact = 0;
  #move = 0;
  #stay = 0;
  #result = 0;

  constructor(
    readonly loader: Loader,
    people: PeopleLoader,
    readonly world: World,
  ) {
    this.#people = people;
    this.#matters = new MatterLoader(loader, world);
    this.#details = new DetailsLoader(loader, world.anchor);
  }

  async load(batch: readonly StudentRow[]): Promise<void> {
    await this.#people.load(batch.map((row) => row.person));
    await this.loader.load(
      "student",
      "person_id, number, status, status_since, status_reason, study_time, is_monk, is_transfer, admitted_on, current_programme_id",
      batch.map(studentRow),
    );
    await this.#details.load(batch);
    await this.loader.load("student_alias", "id, student_id, alias, source", this.#aliases(batch));
    await this.loader.load(
      "emergency_contact",
      "id, person_id, name, relationship, primary_phone, is_emergency, is_general",
      this.#contacts(batch),
    );
    await this.loader.load(
      "student_status_change",
      "id, student_id, from_status, to_status, effective_on, reason, actor, created_at",
      this.#moves(batch),
    );
    await this.loader.load(
      "programme_enrolment",
      "id, student_id, programme_id, status, start_date, end_date, catalogue_date, entry_level, current_level, exit_reason, created_at",
      this.#stays(batch),
    );
    await this.loader.load(
      "course_result",
      "id, student_id, course_id, term_id, credits, letter, points, scale_id, passes, earns_credit, counts_in_gpa, attempt, source, recorded_at",
      this.#results(batch),
    );
    await this.#matters.load(batch);
  }

  *#aliases(batch: readonly StudentRow[]): Generator<CopyRow> {
    for (const row of batch) if (row.alias) yield [++this.#alias, row.person.id, row.alias, "LEGACY"];
  }

  *#contacts(batch: readonly StudentRow[]): Generator<CopyRow> {
    for (const { person, contact } of batch) {
      if (contact)
        yield [
          ++this.#contact,
          person.id,
          contact.name,
          contact.relationship,
          contact.phone,
          true,
          contact.isGeneral,
        ];
    }
  }

  *#moves(batch: readonly StudentRow[]): Generator<CopyRow> {
    for (const { person, moves } of batch) {
      for (const { from, to, on, reason } of moves) {
        yield [++this.#move, person.id, from, to, dayText(on), reason, ACTOR, instantText(on, 540)];
      }
    }
  }

  *#stays(batch: readonly StudentRow[]): Generator<CopyRow> {
    for (const { person, life } of batch) {
      for (const stay of life.stays) {
        yield [
          ++this.#stay,
          person.id,
          stay.programme.id,
          stay.status,
          dayText(stay.start),
          stay.end === null ? null : dayText(stay.end),
          dayText(stay.start),
          stay.entryLevel,
          stay.currentLevel,
          stay.exitReason,
          instantText(stay.start, 540),
        ];
      }
    }
  }

  *#results(batch: readonly StudentRow[]): Generator<CopyRow> {
    for (const { person, life } of batch) {
      for (const {
        course,
        term,
        letter,
        points,
        scale,
        passes,
        countsInGpa,
        attempt,
        source,
      } of life.results) {
        yield [
          ++this.#result,
          person.id,
          course.id,
          term.id,
          course.credits,
          letter,
          points,
          scale?.id ?? null,
          passes,
          passes,
          countsInGpa,
          attempt,
          source,
          instantText(term.end + 3, 600),
        ];
      }
    }
  }
}

function studentRow(row: StudentRow): CopyRow {
  const last = row.moves.at(-1);
  return [
    row.person.id,
    row.number,
    row.status,
    dayText(last?.on ?? row.admittedOn),
    last?.reason ?? null,
    row.studyTime,
    row.isMonk,
    row.life.isTransfer,
    dayText(row.admittedOn),
    currentProgramme(row.life.stays),
  ];
}
