import type { Metadata } from "next";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { loadRoom } from "../_components/load";
import { RoomHeading } from "../_components/room-heading";

async function load(params: Promise<{ code: string }>) {
  const loaded = await loadRoom(params);
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({ params }: PageProps<"/rooms/[code]/history">): Promise<Metadata> {
  const { room } = await load(params);
  return { title: `${room.code} ${room.name}` };
}

/** Everything that was ever changed about a room. */
export default async function RoomHistoryPage({ params, searchParams }: PageProps<"/rooms/[code]/history">) {
  const { actor, room } = await load(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const history = await listRecordHistory(
    actor,
    [{ table: "room", keys: [room.id] }],
    page,
    size,
    columnSight(actor),
  );
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <>
      <RoomHeading actor={actor} room={room} />
      <History
        history={history}
        references={references}
        path={`/rooms/${room.code}/history`}
        params={flatParams(query)}
      />
    </>
  );
}
