import { notFound } from "next/navigation";
import { getRoom } from "@/lib/organization/rooms/queries";
import type { RoomRow } from "@/lib/organization/rooms/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of every tab of a room: the permission (403), then the room (404). */
export async function loadRoom(
  params: Promise<{ code: string }>,
): Promise<{ actor: AccountActor; room: RoomRow }> {
  const actor = await requirePage("organization:read");
  const { code } = await params;
  if (!/^[A-Za-z0-9-]{1,12}$/.test(code)) notFound();
  try {
    return { actor, room: await getRoom(actor, code) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}
