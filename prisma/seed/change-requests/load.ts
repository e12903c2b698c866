import { dayText, instantText } from "../days";
import type { Loader } from "../load/loader";
import type { StudentRow } from "../people/students";
import type { World } from "../world";

type Asked = {
  topic: "LATIN_NAME" | "BIRTH" | "PAPERS";
  changes(row: StudentRow): object;
  /** In the student's own words. */
  words: string;
  status: "PENDING" | "APPROVED" | "REJECTED";
  decision?: string;
  /** Days before today on which it was asked. */
  ago: number;
};

const birthday = ({ person }: StudentRow, days: number) =>
  person.dateOfBirth === null ? null : dayText(person.dateOfBirth + days);

/** What was asked, as students write it. */
const ASKED: readonly Asked[] = [
  {
    topic: "BIRTH",
    changes: (row) => ({ dateOfBirth: { from: birthday(row, 0), to: birthday(row, 9) } }),
    words: "My birth certificate says another day",
    status: "PENDING",
    ago: 2,
  },
  {
    topic: "LATIN_NAME",
    changes: ({ person }) => ({
      personalName: { from: person.personalName, to: `${person.personalName}A` },
    }),
    words: "A letter is missing at the end of my name",
    status: "PENDING",
    ago: 4,
  },
  {
    topic: "PAPERS",
    changes: ({ number }) => ({
      kind: { from: null, to: "PASSPORT" },
      number: { from: null, to: `N990${number}` },
      country: { from: null, to: "KH" },
      expiresOn: { from: null, to: "2034-05-01" },
    }),
    words: "I have a passport now",
    status: "PENDING",
    ago: 1,
  },
  {
    topic: "LATIN_NAME",
    changes: ({ person }) => ({ familyName: { from: `${person.familyName}H`, to: person.familyName } }),
    words: "My identity card has no H",
    status: "APPROVED",
    ago: 30,
  },
  {
    topic: "BIRTH",
    changes: (row) => ({ dateOfBirth: { from: birthday(row, 0), to: birthday(row, 400) } }),
    words: "I am younger than what is written",
    status: "REJECTED",
    decision: "The picture shows the family book of somebody else. Please send your own birth certificate.",
    ago: 21,
  },
];

/**
 * Requests for corrections of students who sign in; proofs are files, which an invented campus has none of.
 * @param clerk label of the account that decided, `account:12`
 */
export async function loadChangeRequests(
  loader: Loader,
  world: World,
  students: readonly StudentRow[],
  clerk: string | undefined,
): Promise<void> {
  const by = Number(clerk?.split(":")[1]);
  const { rows } = await loader.client.query<{ id: number; person_id: number }>(
    "SELECT id, person_id FROM account WHERE person_id = ANY($1::integer[])",
    [students.map((row) => row.person.id)],
  );
  const accounts = new Map(rows.map((row) => [row.person_id, row.id]));
  const askers = students.filter((row) => accounts.has(row.person.id)).slice(0, ASKED.length);
  await loader.load(
    "data_change_request",
    "id, person_id, topic, changes, reason, proof_ids, status, requested_by, created_at, decided_by, decided_at, decision",
    askers.flatMap((row, place) => {
      const asked = ASKED[place];
      if (!asked) return [];
      const open = asked.status === "PENDING" || !by;
      const day = world.anchor - asked.ago;
      return [
        [
          place + 1,
          row.person.id,
          asked.topic,
          JSON.stringify(asked.changes(row)),
          asked.words,
          "{}",
          open ? "PENDING" : asked.status,
          accounts.get(row.person.id) ?? null,
          instantText(day, 500 + place * 7),
          open ? null : by,
          open ? null : instantText(day + 1, 560),
          open ? null : (asked.decision ?? null),
        ],
      ];
    }),
  );
}
