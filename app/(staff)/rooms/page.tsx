import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listRooms } from "@/lib/organization/rooms/queries";
import { loadRoomList } from "@/lib/organization/rooms/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { type RoomLine, roomColumns, roomFilters, toRoomLine } from "./_components/room-lines";

const PATH = "/rooms";
const STATE_OF_PAGE = ["page", "size", "sort", "columns"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rooms"))("title") };
}

/** The rooms in use, or those chosen. */
export default async function RoomsPage({ searchParams }: PageProps<"/rooms">) {
  const actor = await requirePage("organization:read");
  const query = await searchParams;
  const state = loadRoomList(query);
  const params = flatParams(query);
  const [found, t, buildings, format] = await Promise.all([
    listRooms(actor, state),
    getTranslations("rooms"),
    getTranslations("organization.buildings"),
    getFormat(),
  ]);
  const narrowed = Object.keys(params).some((key) => !STATE_OF_PAGE.includes(key));
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total)}
        description={t("lead")}
        actions={
          can(actor, "organization:edit_rooms") ? (
            <Link href="/rooms/new" prefetch={false} className={buttonVariants()}>
              <Icon name="plus" />
              {t("new")}
            </Link>
          ) : null
        }
      />
      <DataTable<RoomLine>
        name="rooms"
        caption={t("caption")}
        columns={roomColumns(t)}
        rows={found.rows.map((room) => toRoomLine(room, t, buildings))}
        path={PATH}
        params={params}
        sort={state.sort}
        page={found}
        search={{ placeholder: t("search") }}
        filters={roomFilters(t, buildings)}
        empty={
          narrowed ? (
            <NoMatchState
              actions={
                <a href={`${PATH}?use=all`} className={buttonVariants({ variant: "outline" })}>
                  {t("all")}
                </a>
              }
            />
          ) : (
            <EmptyState icon="map-pin" title={t("empty")}>
              {t("emptyText")}
            </EmptyState>
          )
        }
      />
    </>
  );
}
