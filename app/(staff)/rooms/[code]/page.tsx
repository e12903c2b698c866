import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { getRoomUse } from "@/lib/classes/rooms/room-use";
import { can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { loadRoom } from "./_components/load";
import { RoomFacts } from "./_components/room-facts";
import { RoomHeading } from "./_components/room-heading";
import { RoomTimes } from "./_components/room-times";
import { UseButton } from "./_components/use-button";

type Props = PageProps<"/rooms/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = await loadRoom(params);
  return { title: `${room.code} ${room.name}` };
}

/** A room: what it is, what stands in it, and whether it is in use. */
export default async function RoomPage({ params }: Props) {
  const { actor, room } = await loadRoom(params);
  const editable = can(actor, "organization:edit_rooms");
  const mayOpen = can(actor, "classes:read");
  const [use, t, format] = await Promise.all([
    editable || mayOpen ? getRoomUse(actor, room.id) : null,
    getTranslations("rooms"),
    getFormat(),
  ]);
  const day = (value: string | null | undefined) => (value ? format.date(value) : "");
  return (
    <>
      <RoomHeading
        actor={actor}
        room={room}
        actions={
          editable ? (
            <ClientMessages namespaces={["forms", "rooms.change"]}>
              <UseButton
                id={room.id}
                version={room.version}
                room={room.code}
                isActive={room.isActive}
                meetings={use?.meetings ?? 0}
              />
            </ClientMessages>
          ) : null
        }
      />
      {room.isActive ? null : (
        <Alert variant="warning" title={t("closed")} className="mb-stack">
          {t("closedText")}{" "}
          {use && use.meetings > 0
            ? t("closedStands", { count: use.meetings, first: day(use.first), last: day(use.last) })
            : null}
        </Alert>
      )}
      <div className="grid gap-stack">
        <RoomFacts room={room} editable={editable} />
        {use ? <RoomTimes use={use} mayOpen={mayOpen} code={room.code} /> : null}
      </div>
    </>
  );
}
