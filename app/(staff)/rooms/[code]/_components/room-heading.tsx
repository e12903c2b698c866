import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/tabs";
import type { RoomRow } from "@/lib/organization/rooms/schemas";
import { type Actor, can } from "@/lib/platform/access/actor";

type Props = { actor: Actor; room: RoomRow; actions?: ReactNode };

/** The head of every page about a room: its code and name, where it is, its tabs. */
export async function RoomHeading({ actor, room, actions }: Props) {
  const [t, buildings] = await Promise.all([
    getTranslations("rooms"),
    getTranslations("organization.buildings"),
  ]);
  const mayLookBack = can(actor, "audit:read_history") || can(actor, "audit:read");
  return (
    <>
      <PageHeader
        title={room.name}
        detail={room.code}
        description={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span>{buildings(room.building)}</span>
            <span>{t(`types.${room.roomType}`)}</span>
            {room.isActive ? null : <Badge variant="warning">{t("use.out")}</Badge>}
          </span>
        }
        crumbs={{
          label: t("crumbs"),
          items: [{ label: t("title"), href: "/rooms" }, { label: room.code }],
        }}
        actions={actions}
      />
      {mayLookBack ? (
        <div className="mb-stack">
          <LinkTabs
            label={t("tabs.label")}
            tabs={[
              { href: `/rooms/${room.code}`, label: t("tabs.room"), exact: true },
              { href: `/rooms/${room.code}/history`, label: t("tabs.history") },
            ]}
          />
        </div>
      ) : null}
    </>
  );
}
