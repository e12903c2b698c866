import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { BUILDINGS, ROOM_TYPES } from "@/lib/organization/rooms/kinds";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { RoomForm } from "../_components/room-form";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("organization:edit_rooms");
  return { title: (await getTranslations("rooms"))("new") };
}

export default async function NewRoomPage() {
  await requirePage("organization:edit_rooms");
  const [t, buildings] = await Promise.all([
    getTranslations("rooms"),
    getTranslations("organization.buildings"),
  ]);
  return (
    <>
      <PageHeader
        title={t("new")}
        crumbs={{
          label: t("crumbs"),
          items: [{ label: t("title"), href: "/rooms" }, { label: t("new") }],
        }}
      />
      <ClientMessages namespaces={["forms", "rooms.fields", "rooms.form"]}>
        <RoomForm
          buildings={BUILDINGS.map((value) => ({ value, label: buildings(value) }))}
          types={ROOM_TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
        />
      </ClientMessages>
    </>
  );
}
