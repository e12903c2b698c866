import "server-only";
import { searchClasses } from "@/lib/classes/queries/search-classes";
import { findColleagues } from "@/lib/people/positions/queries";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { formatter } from "@/lib/platform/i18n/formatter";
import type { WeekChoice, WeekKind } from "./schemas";

/** All rooms fit into one answer; of people and classes those that fit best. */
const MOST = 100;
const MOST_FOUND = 20;

const like = (q: string) => `%${q.replace(/[\\%_]/g, "\\$&")}%`;

/** Rooms in use by code or name, with their seats. @throws AppError forbidden */
export async function listRoomChoices(actor: Actor, q: string): Promise<WeekChoice[]> {
  authorise(actor, "classes:read");
  const rows = await query<{ id: number; code: string; name: string; capacity: number }>(
    "classes.room-choices",
    `SELECT id, code, name, capacity FROM room
      WHERE is_active AND (code ILIKE $1 OR name ILIKE $1) ORDER BY code LIMIT ${MOST}`,
    [like(q)],
  );
  return rows.map(({ id, code, name, capacity }) => ({
    ref: code,
    id,
    label: code,
    detail: `${name === code ? "" : `${name} · `}${capacity}`,
  }));
}

/** Programmes that run, by code or name in either language. @throws AppError forbidden */
export async function listProgrammeChoices(actor: Actor, q: string): Promise<WeekChoice[]> {
  authorise(actor, "classes:read");
  const rows = await query<{ id: number; code: string; name: string; nameKm: string }>(
    "classes.programme-choices",
    `SELECT id, code, name, name_km AS "nameKm" FROM programme
      WHERE is_active AND (code ILIKE $1 OR name ILIKE $1 OR name_km LIKE $1) ORDER BY code LIMIT ${MOST}`,
    [like(q)],
  );
  return rows.map(({ id, code, name, nameKm }) => ({
    ref: code,
    id,
    label: code,
    detail: actor.locale === "km" ? nameKm : name,
  }));
}

/** Rooms, teachers, classes or programmes whose week can be opened, by what is typed. @throws AppError forbidden */
export async function findChoices(actor: Actor, kind: WeekKind, q: string): Promise<WeekChoice[]> {
  authorise(actor, "classes:read");
  switch (kind) {
    case "room":
      return listRoomChoices(actor, q);
    case "programme":
      return listProgrammeChoices(actor, q);
    case "teacher": {
      const format = formatter(actor.locale, actor.digits);
      const found = q.length < 2 ? [] : await findColleagues(actor, q);
      return found.flatMap(({ teacherNumber, personId, departmentCode, ...name }) =>
        teacherNumber === null
          ? []
          : [
              {
                ref: String(teacherNumber),
                id: personId,
                label: format.name(name),
                detail: [teacherNumber, departmentCode].filter(Boolean).join(" · "),
              },
            ],
      );
    }
    case "class": {
      const format = formatter(actor.locale, actor.digits);
      const found = await searchClasses(actor, q, MOST_FOUND);
      return found.map(({ id, code, section, termName }) => ({
        ref: String(id),
        id,
        label: `${code} ${section}`,
        detail: format.words(termName),
      }));
    }
  }
}
