import { normalisePhone } from "@/lib/people/rules";
import type { CopyRow } from "@/lib/platform/db/copy";
import { dayText } from "../days";
import { type PersonRow, searchKeyOf } from "../people/person";
import type { TeacherRow } from "../people/staff";
import { khmerFactsOf } from "../person-details/khmer-facts";
import type { Loader } from "./loader";

/** Rows of person and phone. Ids of phones go on from batch to batch. */
export class PeopleLoader {
  #phone = 0;

  constructor(readonly loader: Loader) {}

  async load(people: readonly PersonRow[]): Promise<void> {
    await this.loader.load(
      "person",
      "id, public_id, family_name, personal_name, khmer_family_name, khmer_personal_name, khmer_name_source, khmer_name_confidence, khmer_name_verified_at, khmer_name_checked_at, search_key, gender, date_of_birth, birth_province, citizenship, school_email, personal_email, created_at, updated_at",
      people.map(personRow),
    );
    await this.loader.load(
      "phone",
      "id, person_id, number, digits, comment, is_preferred, is_telegram",
      this.#phones(people),
    );
  }

  *#phones(people: readonly PersonRow[]): Generator<CopyRow> {
    for (const person of people) {
      for (const { number, comment, preferred, telegram } of person.phones) {
        yield [++this.#phone, person.id, number, normalisePhone(number), comment, preferred, telegram];
      }
    }
  }
}

function personRow(person: PersonRow): CopyRow {
  const khmer = khmerFactsOf(person);
  return [
    person.id,
    person.publicId,
    person.familyName,
    person.personalName,
    person.khmerFamilyName,
    person.khmerPersonalName,
    person.khmerNameSource,
    khmer.confidence,
    khmer.verifiedAt,
    khmer.checkedAt,
    searchKeyOf(person),
    person.gender,
    person.dateOfBirth === null ? null : dayText(person.dateOfBirth),
    person.birthProvince,
    person.citizenship,
    person.schoolEmail,
    person.personalEmail,
    person.createdAt,
    person.createdAt,
  ];
}

export async function loadTeachers(loader: Loader, teachers: readonly TeacherRow[]): Promise<void> {
  await loader.load(
    "teacher",
    "person_id, number, terminal_degree, status, start_date, end_date, department_code",
    teachers.map((row) => [
      row.person.id,
      row.number,
      row.degree,
      row.status,
      dayText(row.start),
      row.end === null ? null : dayText(row.end),
      row.department,
    ]),
  );
}
