import { getTranslations } from "next-intl/server";
import { type RecordField, RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { editRoom } from "@/lib/organization/rooms/actions";
import { BUILDINGS, ROOM_TYPES } from "@/lib/organization/rooms/kinds";
import type { RoomRow } from "@/lib/organization/rooms/schemas";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";

/** Everything about a room that is edited where it stands. */
export async function RoomFacts({ room, editable }: { room: RoomRow; editable: boolean }) {
  const [t, buildings] = await Promise.all([
    getTranslations("rooms"),
    getTranslations("organization.buildings"),
  ]);
  const yesNo = (["true", "false"] as const).map((value) => ({ value, label: t(`yesNo.${value}`) }));
  const has = (field: "hasProjector" | "hasWhiteboard" | "hasComputers"): RecordField => ({
    field,
    label: t(`fields.${field}`),
    value: String(room[field]),
    kind: "select",
    options: yesNo,
    emptyAs: "",
  });
  const fields: RecordField[] = [
    { field: "name", label: t("fields.name"), value: room.name, maxLength: 80, emptyAs: "" },
    { field: "code", label: t("fields.code"), value: room.code, maxLength: 12, emptyAs: "" },
    {
      field: "building",
      label: t("fields.building"),
      value: room.building,
      kind: "select",
      options: BUILDINGS.map((value) => ({ value, label: buildings(value) })),
      emptyAs: "",
    },
    {
      field: "roomType",
      label: t("fields.roomType"),
      value: room.roomType,
      kind: "select",
      options: ROOM_TYPES.map((value) => ({ value, label: t(`types.${value}`) })),
      emptyAs: "",
    },
    {
      field: "capacity",
      label: t("fields.capacity"),
      value: String(room.capacity),
      maxLength: 4,
      emptyAs: "",
    },
    has("hasProjector"),
    has("hasWhiteboard"),
    has("hasComputers"),
    { field: "notes", label: t("fields.notes"), value: room.notes, kind: "textarea", maxLength: 500 },
  ];
  return (
    <Section title={t("facts")}>
      <ClientMessages namespaces={["forms"]}>
        <RecordFields
          action={editRoom}
          record={{ id: room.id }}
          version={room.version}
          editable={editable}
          fields={fields}
        />
      </ClientMessages>
    </Section>
  );
}
