import "server-only";
import { nextRoomCode } from "@/lib/organization/rooms/code";
import type { CreateRoomInput, EditRoomInput } from "@/lib/organization/rooms/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * Adds a room; without a code it gets the next one of its building. Two at once get two codes.
 * @throws AppError conflict `organization.room_code_taken`, `organization.room_name_taken`; forbidden
 */
export async function createRoomCommand(
  actor: Actor,
  { code: wanted, ...facts }: CreateRoomInput,
): Promise<{ id: number; code: string }> {
  authorise(actor, "organization:edit_rooms");
  return writeTx(actor, {}, async (tx) => {
    const code = wanted ?? (await freeCode(tx, facts.building));
    return tx.room.create({ data: { ...facts, code }, select: { id: true, code: true } });
  });
}

async function freeCode(tx: Tx, building: CreateRoomInput["building"]): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('organization.room_code'))`;
  const rooms = await tx.room.findMany({ select: { code: true } });
  return nextRoomCode(
    building,
    rooms.map(({ code }) => code),
  );
}

/**
 * Changes facts of a room, if nobody changed it since `version` was shown.
 * @throws AppError stale; not_found; conflict as createRoomCommand; forbidden
 */
export async function editRoomCommand(
  actor: Actor,
  { id, version, ...changes }: EditRoomInput,
): Promise<{ version: number; code: string }> {
  authorise(actor, "organization:edit_rooms");
  return writeTx(actor, {}, (tx) => writeRoom(tx, { id, version }, changes));
}

/**
 * Takes a room into use or out of it in the caller's transaction. The caller has asked for permission, and what it
 * does to the timetable (lib/classes/commands/set-room-use.ts).
 * @throws AppError stale, not_found
 */
export function writeRoomUse(
  tx: Tx,
  room: { id: number; version: number },
  isActive: boolean,
): Promise<{ version: number; code: string }> {
  return writeRoom(tx, room, { isActive });
}

async function writeRoom(
  tx: Tx,
  { id, version }: { id: number; version: number },
  changes: Omit<EditRoomInput, "id" | "version"> | { isActive: boolean },
): Promise<{ version: number; code: string }> {
  const [changed] = await tx.room.updateManyAndReturn({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
    select: { version: true, code: true },
  });
  if (changed) return changed;
  if (await tx.room.findUnique({ where: { id }, select: { id: true } }))
    throw new AppError("stale", "organization.stale");
  throw new AppError("not_found", "organization.room_not_found");
}
