import "server-only";
import { cache } from "react";
import type { Equipment } from "@/lib/organization/rooms/kinds";
import type { RoomRow } from "@/lib/organization/rooms/schemas";
import type { RoomListState } from "@/lib/organization/rooms/search-params";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { COUNT_LIMIT, type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

const COLUMNS = `r.id, r.version, r.code, r.building, r.name, r.room_type AS "roomType", r.capacity,
  r.has_projector AS "hasProjector", r.has_whiteboard AS "hasWhiteboard", r.has_computers AS "hasComputers", r.notes,
  r.is_active AS "isActive"`;

const HAS: Record<Equipment, string> = {
  projector: "r.has_projector",
  whiteboard: "r.has_whiteboard",
  computers: "r.has_computers",
};

const SORTS = { code: "r.code", name: "r.name", capacity: "r.capacity" } as const;

function conditions(state: RoomListState, values: unknown[]): string[] {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const list = ["true"];
  if (state.use !== "all") list.push(state.use === "in" ? "r.is_active" : "NOT r.is_active");
  if (state.building.length > 0) list.push(`r.building = ANY (${bind(state.building)}::building[])`);
  if (state.type.length > 0) list.push(`r.room_type = ANY (${bind(state.type)}::room_type[])`);
  if (state.seats) list.push(`r.capacity >= ${bind(state.seats)}::integer`);
  for (const thing of state.has) list.push(HAS[thing]);
  for (const word of state.q.trim().split(/\s+/).filter(Boolean).slice(0, 5)) {
    const like = bind(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
    list.push(`(r.code ILIKE ${like} OR r.name ILIKE ${like} OR r.notes ILIKE ${like})`);
  }
  return list;
}

/** One numbered page of rooms. @throws AppError forbidden */
export async function listRooms(actor: Actor, state: RoomListState): Promise<Page<RoomRow>> {
  authorise(actor, "organization:read");
  const values: unknown[] = [];
  const where = conditions(state, values).join(" AND ");
  const { column, direction } = state.sort;
  const order = `${SORTS[column]} ${direction === "desc" ? "DESC" : "ASC"}, r.code`;
  const counted = [...values];
  const limit = `$${values.push(state.size)}`;
  const offset = `$${values.push((state.page - 1) * state.size)}`;
  const [rows, count] = await Promise.all([
    query<RoomRow>(
      "",
      `SELECT ${COLUMNS} FROM room r WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`,
      values,
    ),
    query<{ n: number }>(
      "",
      `SELECT count(*)::int AS n FROM (SELECT FROM room r WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) found`,
      counted,
    ),
  ]);
  return toPage(rows, count[0]?.n ?? 0, state.page, state.size);
}

/** One room by its code. @throws AppError not_found `organization.room_not_found`, forbidden */
export const getRoom = cache(async (actor: Actor, code: string): Promise<RoomRow> => {
  authorise(actor, "organization:read");
  const [row] = await query<RoomRow>("organization.room", `SELECT ${COLUMNS} FROM room r WHERE r.code = $1`, [
    code.toUpperCase(),
  ]);
  if (!row) throw new AppError("not_found", "organization.room_not_found");
  return row;
});
