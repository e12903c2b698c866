import { z } from "zod";
import { BUILDINGS, ROOM_TYPES } from "@/lib/organization/rooms/kinds";
import type { Building, RoomType } from "@/lib/platform/db/generated/enums";

const id = z.int().positive();

/** Code of a room as it stands on its door: capital letters, digits, hyphens. */
const roomCode = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase())
  .refine((code) => /^[A-Z0-9][A-Z0-9-]{0,11}$/.test(code), "organization.room_code_letters");
const whole = (limit: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .trim()
        .regex(/^\d{1,4}$/, "organization.room_capacity_range")
        .transform(Number),
    ])
    .pipe(z.int().min(1, "organization.room_capacity_range").max(limit, "organization.room_capacity_range"));
/** A choice of yes or no, from a box or from a field that is edited in place. */
const yes = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

/** People whom a room may hold, at most. */
const CAPACITY_MAX = 2_000;

const facts = {
  building: z.enum(BUILDINGS),
  name: z.string().trim().min(1, "validation.required").max(80),
  roomType: z.enum(ROOM_TYPES),
  capacity: whole(CAPACITY_MAX),
  hasProjector: yes,
  hasWhiteboard: yes,
  hasComputers: yes,
  notes: z
    .union([z.string(), z.null()])
    .transform((text) => text?.trim() || null)
    .refine((text) => text === null || text.length <= 500, "validation.failed"),
};

export const createRoomInput = z.strictObject({
  ...facts,
  /** Empty: made from the building, the next number of it. */
  code: z.union([z.literal("").transform(() => null), z.null(), roomCode]),
});
export type CreateRoomInput = z.output<typeof createRoomInput>;

/** One or more facts of a room; whether it is in use is changed with its timetable (lib/classes/commands/set-room-use.ts). */
export const editRoomInput = z
  .strictObject({ id, version: id, ...z.strictObject({ ...facts, code: roomCode }).partial().shape })
  .refine((input) => Object.keys(input).length > 2, "validation.required");
export type EditRoomInput = z.output<typeof editRoomInput>;

/** A room as lists and pages show it. */
export type RoomRow = {
  id: number;
  version: number;
  code: string;
  building: Building;
  name: string;
  roomType: RoomType;
  /** People. */
  capacity: number;
  hasProjector: boolean;
  hasWhiteboard: boolean;
  hasComputers: boolean;
  notes: string | null;
  isActive: boolean;
};
