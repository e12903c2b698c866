import type { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { BUILDINGS, EQUIPMENT, type Equipment, ROOM_TYPES } from "@/lib/organization/rooms/kinds";
import type { RoomRow } from "@/lib/organization/rooms/schemas";
import { ROOM_SIZES } from "@/lib/organization/rooms/search-params";

type Words = Awaited<ReturnType<typeof getTranslations<"rooms">>>;
type Buildings = Awaited<ReturnType<typeof getTranslations<"organization.buildings">>>;

/** A room as a line of the table. */
export type RoomLine = {
  id: number;
  href: string;
  code: string;
  name: string;
  building: string;
  type: string;
  capacity: number;
  equipment: string[];
  use: string;
};

const HAS: Record<Equipment, keyof RoomRow> = {
  projector: "hasProjector",
  whiteboard: "hasWhiteboard",
  computers: "hasComputers",
};

/** What a room has, in words. */
export function equipmentOf(room: RoomRow, t: Words): string[] {
  return EQUIPMENT.filter((thing) => room[HAS[thing]]).map((thing) => t(`equipment.${thing}`));
}

export function toRoomLine(room: RoomRow, t: Words, buildings: Buildings): RoomLine {
  return {
    id: room.id,
    href: `/rooms/${room.code}`,
    code: room.code,
    name: room.name,
    building: buildings(room.building),
    type: t(`types.${room.roomType}`),
    capacity: room.capacity,
    equipment: equipmentOf(room, t),
    use: room.isActive ? "in" : "out",
  };
}

export function roomColumns(t: Words): Column<keyof RoomLine & string>[] {
  return [
    { key: "code", label: t("columns.code"), kind: "code", sortable: true, fixed: true, phone: "title" },
    { key: "name", label: t("columns.name"), kind: "text", sortable: true, phone: "line" },
    { key: "building", label: t("columns.building"), kind: "text", phone: "line" },
    { key: "type", label: t("columns.type"), kind: "text", phone: "line" },
    { key: "capacity", label: t("columns.capacity"), kind: "number", sortable: true, phone: "aside" },
    { key: "equipment", label: t("columns.equipment"), kind: "list", phone: "hidden" },
    {
      key: "use",
      label: t("columns.use"),
      kind: "badge",
      badges: {
        in: { label: t("use.in"), tone: "plain" },
        out: { label: t("use.out"), tone: "warning" },
      },
      phone: "hidden",
    },
  ];
}

export function roomFilters(t: Words, buildings: Buildings): Filter[] {
  return [
    {
      key: "building",
      label: t("filters.building"),
      multiple: true,
      options: BUILDINGS.map((value) => ({ value, label: buildings(value) })),
    },
    {
      key: "type",
      label: t("filters.type"),
      multiple: true,
      options: ROOM_TYPES.map((value) => ({ value, label: t(`types.${value}`) })),
    },
    {
      key: "has",
      label: t("filters.has"),
      multiple: true,
      options: EQUIPMENT.map((value) => ({ value, label: t(`equipment.${value}`) })),
    },
    {
      key: "seats",
      label: t("filters.seats"),
      options: ROOM_SIZES.map((count) => ({ value: String(count), label: t("atLeast", { count }) })),
    },
    {
      key: "use",
      label: t("filters.use"),
      options: (["out", "all"] as const).map((value) => ({ value, label: t(`use.${value}`) })),
    },
  ];
}
