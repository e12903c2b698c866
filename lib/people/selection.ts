import "server-only";
import { z } from "zod";
import { type Chosen, chooseFrom } from "@/lib/people/lists/choose";
import { PEOPLE_LISTS, type PeopleList } from "@/lib/people/lists/kinds";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { queryPlanned } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors";

/** Rows that can be picked one by one. */
const PICKED_MAX = 500;

/**
 * Whom somebody chose in a list: the rows with a mark, by person id, or everybody who matches what the list is
 * narrowed by (`params` as they stand in its address).
 */
export const peopleSelection = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ids"),
    list: z.enum(PEOPLE_LISTS).default("students"),
    ids: z.array(z.int().positive()).min(1).max(PICKED_MAX),
  }),
  z.strictObject({
    kind: z.literal("list"),
    list: z.enum(PEOPLE_LISTS),
    params: z.record(z.string().max(40), z.string().max(2_000)),
  }),
]);
export type PeopleSelection = z.output<typeof peopleSelection>;

/**
 * The person ids of a selection, in the order of the list (picked rows in the order given), through the actor's scope.
 * @param max more people than this are refused
 * @throws AppError invalid `people.selection_too_large`, `people.selection_empty`; not_found `people.selection_gone`
 * when a picked person is not there or beyond the actor's reach; forbidden
 */
export async function resolveSelection(
  actor: Actor,
  selection: PeopleSelection,
  max: number,
): Promise<number[]> {
  authoriseAny(actor, "people:read", "people:search");
  const ids =
    selection.kind === "ids" ? await reachable(actor, selection) : await matching(actor, selection, max + 1);
  if (ids.length === 0) throw new AppError("invalid", "people.selection_empty");
  if (ids.length > max) throw new AppError("invalid", "people.selection_too_large", { params: { max } });
  return ids;
}

type Picked = Extract<PeopleSelection, { kind: "ids" }>;
type Matching = Extract<PeopleSelection, { kind: "list" }>;
/** The alias of a list's own table in what selects from it. */
const ALIAS = { students: "s", teachers: "t", staff: "t" } as const;

function select(chosen: Chosen, list: PeopleList, limit: string): string {
  return `${chosen.ctes ? `WITH ${chosen.ctes}` : ""} SELECT ${ALIAS[list]}.person_id AS id
    FROM ${chosen.from} WHERE ${chosen.where} ORDER BY ${chosen.orderBy} LIMIT ${limit}`;
}

async function matching(actor: Actor, { list, params }: Matching, atMost: number): Promise<number[]> {
  const values: unknown[] = [];
  const chosen = await chooseFrom(actor, list, params, values, atMost);
  const limit = `$${values.push(atMost)}`;
  const rows = await queryPlanned<{ id: number }>(select(chosen, list, limit), values);
  return rows.map((row) => row.id);
}

async function reachable(actor: Actor, { list, ids }: Picked): Promise<number[]> {
  const values: unknown[] = [];
  const chosen = await chooseFrom(actor, list, {}, values, PICKED_MAX);
  const wanted = [...new Set(ids)];
  const place = `$${values.push(wanted)}::integer[]`;
  const where = `${chosen.where} AND ${ALIAS[list]}.person_id = ANY(${place})`;
  const rows = await queryPlanned<{ id: number }>(select({ ...chosen, where }, list, "500"), values);
  const found = new Set(rows.map((row) => row.id));
  if (wanted.some((id) => !found.has(id))) throw new AppError("not_found", "people.selection_gone");
  return wanted;
}
