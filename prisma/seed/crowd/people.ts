import { normalisePhone, searchKey } from "@/lib/people/rules";
import type { CopyRow } from "@/lib/platform/db/copy";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { type DayNumber, dayText, instantText } from "../days";
import { inventPhone } from "../people/person";
import { Random } from "../random";
import type { World } from "../world";
import { crowdName } from "./names";

/** People of one load; each is told from the name of its load alone, so that no load waits for another. */
export const CROWD_BATCH = 5_000;
/** Numbers of the crowd begin above those of the campus. */
const FIRST_NUMBER = 20_000;

const statuses = [
  ["GRADUATED", 40],
  ["DROPPED", 24],
  ["INACTIVE", 14],
  ["ACTIVE", 14],
  ["TRANSFERRED", 3],
  ["FROZEN", 2],
  ["SUSPENDED", 1],
  ["UNKNOWN", 2],
] as const;
const phoneCounts = [
  [0, 4],
  [1, 66],
  [2, 30],
] as const;
const times = [
  ["EVENING", 76],
  ["MORNING", 12],
  ["AFTERNOON", 9],
  ["WEEKEND", 3],
] as const;
const STAY = {
  ACTIVE: "ACTIVE",
  GRADUATED: "COMPLETED",
  SUSPENDED: "SUSPENDED",
  FROZEN: "INACTIVE",
} as const;

/** Rows by table; ids of the small tables go on from batch to batch. */
export type CrowdRows = Record<keyof typeof CROWD_TABLES, CopyRow[]>;

export const CROWD_TABLES = {
  person:
    "id, public_id, family_name, personal_name, khmer_family_name, khmer_personal_name, khmer_name_source, search_key, gender, date_of_birth, birth_province, citizenship, school_email, personal_email, created_at, updated_at",
  phone: "id, person_id, number, digits, comment, is_preferred, is_telegram",
  student:
    "person_id, number, status, status_since, status_reason, study_time, is_monk, is_transfer, admitted_on, current_programme_id",
  student_alias: "id, student_id, alias, source",
  student_status_change: "id, student_id, from_status, to_status, effective_on, reason, actor, created_at",
  programme_enrolment:
    "id, student_id, programme_id, status, start_date, end_date, catalogue_date, entry_level, current_level, created_at",
  monk_period: "id, person_id, ordained_on, pagoda",
} as const;

/** Tells the crowd, batch after batch: names, numbers, telephones, status and programme, but no courses. */
export class Crowd {
  readonly #next: Record<string, number>;

  /** @param next the next free id of each table */
  constructor(
    readonly world: World,
    readonly firstPersonId: number,
    next: Record<string, number>,
  ) {
    this.#next = { ...next };
  }

  batch(from: number, size: number): CrowdRows {
    const random = new Random(`crowd ${from}`);
    const rows = Object.fromEntries(
      Object.keys(CROWD_TABLES).map((name) => [name, []]),
    ) as unknown as CrowdRows;
    for (let index = from; index < from + size; index++) this.#tell(random, index, rows);
    return rows;
  }

  #id(table: keyof CrowdRows): number {
    const id = this.#next[table] ?? 1;
    this.#next[table] = id + 1;
    return id;
  }

  #tell(random: Random, index: number, rows: CrowdRows): void {
    const id = this.firstPersonId + index;
    const number = FIRST_NUMBER + index;
    const { anchor, programmes } = this.world;
    const admitted = anchor - Math.floor(random.next() ** 0.8 * 25 * 365) - 10;
    const gender = random.chance(0.53) ? "F" : "M";
    rows.person.push(personRow(random, { id, number, gender, admitted }));
    const phones = random.weighted(phoneCounts);
    for (let phone = 0; phone < phones; phone++) {
      const text = inventPhone(random);
      rows.phone.push([this.#id("phone"), id, text, normalisePhone(text), null, phone === 0, phone === 0]);
    }
    const status = random.weighted(statuses);
    const programme = random.pick(programmes);
    const until = status === "ACTIVE" ? null : Math.min(anchor, admitted + random.int(100, 1_500));
    const reason = storedReason("old_register");
    const monk = gender === "M" && status === "ACTIVE" && random.chance(0.05);
    const stays = status === "ACTIVE" || status === "FROZEN" || status === "SUSPENDED";
    rows.student.push([
      id,
      number,
      status,
      dayText(until ?? admitted),
      reason,
      random.weighted(times),
      monk,
      random.chance(0.01),
      dayText(admitted),
      status === "ACTIVE" ? programme.id : null,
    ]);
    if (monk) rows.monk_period.push([this.#id("monk_period"), id, dayText(admitted), null]);
    if (random.chance(0.06))
      rows.student_alias.push([this.#id("student_alias"), id, `L${number}X`, "LEGACY"]);
    rows.student_status_change.push([
      this.#id("student_status_change"),
      id,
      null,
      status,
      dayText(until ?? admitted),
      reason,
      "system:seed",
      instantText(until ?? admitted, 540),
    ]);
    rows.programme_enrolment.push([
      this.#id("programme_enrolment"),
      id,
      programme.id,
      (STAY as Partial<Record<typeof status, string>>)[status] ?? "WITHDRAWN",
      dayText(admitted),
      stays || until === null ? null : dayText(until),
      dayText(admitted),
      null,
      null,
      instantText(admitted, 540),
    ]);
  }
}

type Told = { id: number; number: number; gender: "M" | "F"; admitted: DayNumber };

function personRow(random: Random, { id, number, gender, admitted }: Told): CopyRow {
  const { family, personal } = crowdName(random, gender);
  const khmer = random.chance(0.96);
  const name = {
    familyName: family.latin,
    personalName: personal.latin,
    khmerFamilyName: khmer ? family.khmer : null,
    khmerPersonalName: khmer ? personal.khmer : null,
  };
  const email = `${personal.latin}.${family.latin}.${number}`.toLowerCase();
  const created = instantText(admitted, 540);
  return [
    id,
    random.uuid(),
    name.familyName,
    name.personalName,
    name.khmerFamilyName,
    name.khmerPersonalName,
    khmer ? random.pick(["USER", "LEGACY", "IMPORT"] as const) : null,
    searchKey(name),
    gender,
    dayText(admitted - random.int(17 * 365, 28 * 365)),
    random.pick(["SIEM_REAP", "SIEM_REAP", "BATTAMBANG", "KAMPONG_THOM", "PHNOM_PENH", "TAKEO"] as const),
    "KH",
    random.chance(0.3) ? `${email}@students.naga.example` : null,
    random.chance(0.3) ? `${email}@mail.example` : null,
    created,
    created,
  ];
}
