import "server-only";
import { personScopeSql, reachOf, scopeSql } from "@/lib/people/access";
import { sees } from "@/lib/people/visible-fields";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusInstant, campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { overdueSince, photoDue } from "./rules";
import { PHOTOS_A_PAGE, type PhotoWork } from "./schemas";

/** Photos that wait for staff to look at them, that are too old, and active students without one. */
export const PHOTO_LISTS = ["unverified", "overdue", "missing"] as const;
export type PhotoList = (typeof PHOTO_LISTS)[number];

type Part = { from: string; where: string; orderBy: string };

/** Which people, over the aliases p (person), s (student) and ph (photo). */
function partOf(list: PhotoList, actor: Actor, values: unknown[]): Part & { key: string } {
  const reach = reachOf(actor);
  const key = `${list} ${reach.kind}`;
  if (list === "unverified") {
    return {
      key,
      from: "person_photo ph JOIN person p ON p.id = ph.person_id LEFT JOIN student s ON s.person_id = p.id",
      where: `ph.is_current AND ph.verified_at IS NULL AND ${personScopeSql(reach, values)}`,
      orderBy: "ph.taken_at, ph.id",
    };
  }
  const scoped = scopeSql(reach, values);
  if (list === "missing") {
    return {
      key,
      from: "student s JOIN person p ON p.id = s.person_id LEFT JOIN person_photo ph ON false",
      where: `s.status = 'ACTIVE' AND ${scoped}
        AND NOT EXISTS (SELECT FROM person_photo h WHERE h.person_id = s.person_id AND h.is_current)`,
      orderBy: "s.number DESC",
    };
  }
  const before = (isMonk: boolean) =>
    `$${values.push(campusInstant(addDays(overdueSince(campusToday(), isMonk), 1)))}::timestamptz`;
  return {
    key,
    from: "person_photo ph JOIN student s ON s.person_id = ph.person_id JOIN person p ON p.id = ph.person_id",
    // The first bound is the one that the index of due photos knows; a monk's is earlier.
    where: `ph.is_current AND NOT ph.skip_reminder AND ph.taken_at < ${before(false)}
      AND (NOT s.is_monk OR ph.taken_at < ${before(true)}) AND s.status = 'ACTIVE' AND ${scoped}`,
    orderBy: "ph.taken_at, ph.id",
  };
}

type Row = Omit<PhotoWork, "path" | "dueOn" | "stage" | "number"> & {
  total: number;
  student: string | null;
  teacher: number | null;
  staff: number | null;
  isMonk: boolean;
};

/**
 * A page of a work list of photos, the longest waiting first, counted to 10,000; 48 a page.
 * @throws AppError forbidden without people:read
 */
export async function listPhotoWork(actor: Actor, list: PhotoList, page: number): Promise<Page<PhotoWork>> {
  authorise(actor, "people:read");
  if (!sees(actor, "photo")) return toPage([], 0, 1, PHOTOS_A_PAGE);
  const values: unknown[] = [];
  const { key, from, where, orderBy } = partOf(list, actor, values);
  const offset = values.push((page - 1) * PHOTOS_A_PAGE);
  const rows = await query<Row>(
    `people.photo-work ${key}`,
    `WITH total AS (SELECT count(*) AS n FROM (SELECT FROM ${from} WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) AS capped),
     page AS (SELECT p.id, s.number_label AS student, coalesce(s.is_monk, false) AS is_monk, s.current_programme_id,
                     ph.id AS photo_id, ph.version, ph.taken_at, row_number() OVER (ORDER BY ${orderBy}) AS place
                FROM ${from} WHERE ${where} ORDER BY ${orderBy} LIMIT ${PHOTOS_A_PAGE} OFFSET $${offset})
     SELECT total.n AS total, page.id AS "personId", page.student, t.number AS teacher, f.number AS staff,
            p.family_name AS "familyName", p.personal_name AS "personalName", p.khmer_family_name AS "khmerFamilyName",
            p.khmer_personal_name AS "khmerPersonalName", g.code AS programme, page.photo_id AS "photoId", page.version,
            to_char(page.taken_at AT TIME ZONE 'Asia/Phnom_Penh', 'YYYY-MM-DD') AS "takenOn", page.is_monk AS "isMonk"
       FROM total LEFT JOIN (page
         JOIN person p ON p.id = page.id
         LEFT JOIN teacher t ON t.person_id = page.id
         LEFT JOIN staff f ON f.person_id = page.id
         LEFT JOIN programme g ON g.id = page.current_programme_id) ON true
      ORDER BY page.place`,
    values,
  );
  const found = rows.filter((row) => row.personId !== null).map(toWork);
  return toPage(found, rows[0]?.total ?? 0, page, PHOTOS_A_PAGE);
}

function toWork({ total: _, student, teacher, staff, isMonk, ...row }: Row): PhotoWork {
  const due = row.takenOn === null ? null : photoDue(row.takenOn, isMonk, campusToday());
  const path =
    student !== null ? `/students/${student}` : teacher !== null ? `/teachers/${teacher}` : `/staff/${staff}`;
  return {
    ...row,
    path,
    number: student ?? String(teacher ?? staff ?? ""),
    dueOn: due?.dueOn ?? null,
    stage: due?.stage ?? null,
  };
}

/** How many stand in these lists, counted to 10,000. @throws AppError forbidden without people:read */
export async function countPhotoWork<List extends PhotoList>(
  actor: Actor,
  lists: readonly List[],
): Promise<Record<List, number>> {
  authorise(actor, "people:read");
  const counts = await Promise.all(
    lists.map(async (list) => {
      const values: unknown[] = [];
      const { key, from, where } = partOf(list, actor, values);
      const [row] = await query<{ n: number }>(
        `people.photo-count ${key}`,
        `SELECT count(*)::int AS n FROM (SELECT FROM ${from} WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
        values,
      );
      return [list, row?.n ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<List, number>;
}
