import type { ClientBase } from "pg";
import { LEARN_PATTERNS } from "@/lib/people/khmer-names/learn-sql";
import type { CopyRow } from "@/lib/platform/db/copy";
import { type DayNumber, dayText, instantText } from "../days";
import type { Loader } from "../load/loader";
import type { StudentRow } from "../people/students";
import { type Details, inventDetails } from "./invent";

type Owned = { personId: number; details: Details };
const text = (day: DayNumber | null) => (day === null ? null : dayText(day));

/** Loads addresses, papers, schools, work, times as a monk, and brothers and sisters of batches of students. */
export class DetailsLoader {
  readonly #ids = new Map<string, number>();
  /** The last student of a family name from a province: some of them are brothers and sisters. */
  readonly #last = new Map<string, number>();

  constructor(
    readonly loader: Loader,
    readonly today: DayNumber,
  ) {}

  async load(batch: readonly StudentRow[]): Promise<void> {
    const owned = batch.map((row) => ({ personId: row.person.id, details: inventDetails(row, this.today) }));
    await this.#load("monk_period", "id, person_id, ordained_on, left_on, pagoda", owned, ({ monkTimes }) =>
      monkTimes.map((time) => [text(time.ordainedOn), text(time.leftOn), time.pagoda]),
    );
    await this.#load(
      "person_address",
      "id, person_id, kind, country, province, district, commune, village, line",
      owned,
      ({ addresses }) =>
        addresses.map((at) => [
          at.kind,
          at.country,
          at.province,
          at.district,
          at.commune,
          at.village,
          at.line,
        ]),
    );
    await this.#load(
      "identity_paper",
      "id, person_id, kind, number, country, issued_on, expires_on, verified_at",
      owned,
      ({ papers }) =>
        papers.map((paper) => [
          paper.kind,
          paper.number,
          paper.country,
          text(paper.issuedOn),
          text(paper.expiresOn),
          paper.verified ? instantText(this.today - 40, 600) : null,
        ]),
    );
    await this.#load(
      "prior_schooling",
      "id, person_id, level, school, province, ended_year, grade",
      owned,
      ({ schools }) => schools.map((at) => [at.level, at.school, at.province, at.endedYear, at.grade]),
    );
    await this.#load(
      "employment",
      "id, person_id, employer, job_title, phone, started_on",
      owned,
      ({ works }) => works.map((work) => [work.employer, work.jobTitle, work.phone, text(work.startedOn)]),
    );
    await this.loader.load("person_relation", "id, person_id, related_id, kind", this.#siblings(batch));
  }

  #load(
    table: string,
    columns: string,
    owned: readonly Owned[],
    rowsOf: (details: Details) => CopyRow[],
  ): Promise<void> {
    const next = () => this.#next(table);
    function* rows(): Generator<CopyRow> {
      for (const { personId, details } of owned) {
        for (const row of rowsOf(details)) yield [next(), personId, ...row];
      }
    }
    return this.loader.load(table, columns, rows());
  }

  #next(table: string): number {
    const id = (this.#ids.get(table) ?? 0) + 1;
    this.#ids.set(table, id);
    return id;
  }

  /** Every seventh meeting of the same family name, province and status is a pair. */
  *#siblings(batch: readonly StudentRow[]): Generator<CopyRow> {
    for (const { person, status } of batch) {
      if (status !== "ACTIVE" || !person.birthProvince) continue;
      const family = `${person.familyName} ${person.birthProvince}`;
      const other = this.#last.get(family);
      this.#last.set(family, person.id);
      if (other !== undefined && (person.id + other) % 7 === 0) {
        yield [this.#next("person_relation"), other, person.id, "SIBLING"];
      }
    }
  }
}

/** Lets the suggestions of Khmer names learn from the loaded names. */
export async function learnKhmerNames(client: ClientBase): Promise<void> {
  await client.query("SELECT set_config('naga.actor', 'system:seed', true)");
  await client.query(LEARN_PATTERNS);
}
