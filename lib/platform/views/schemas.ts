import { z } from "zod";
import type { Permission } from "@/lib/platform/access/permissions";

/** The lists whose views can be saved, by the name of their table, with the rights of which one opens the list. */
export const VIEW_LISTS = {
  students: ["people:read", "people:search"],
  teachers: ["people:read"],
  staff: ["people:read"],
  classes: ["classes:read"],
  "project-groups": ["classes:read"],
  "change-sets": ["change_sets:read"],
  accounts: ["access:read"],
  jobs: ["jobs:read", "jobs:read_own"],
} as const satisfies Record<string, readonly [Permission, ...Permission[]]>;

export type ViewList = keyof typeof VIEW_LISTS;
const lists = Object.keys(VIEW_LISTS) as [ViewList, ...ViewList[]];

export const viewListQuery = z.strictObject({ list: z.enum(lists) });

/** What an address may say about a list: filters, search, sort, columns, rows on a page; not which page. */
const viewParams = z
  .record(z.string().regex(/^[a-zA-Z]{1,30}$/), z.string().min(1).max(500))
  .refine((params) => Object.keys(params).length <= 30, "validation.failed")
  .transform(({ page: _page, view: _view, ...params }) => params);

const id = z.int().positive();
const facts = {
  name: z.string().trim().min(1, "validation.required").max(80),
  isShared: z.boolean(),
  isDefault: z.boolean(),
};

export const saveViewInput = z.strictObject({ list: z.enum(lists), params: viewParams, ...facts });
/** Without `params` the view keeps what it shows. */
export const editViewInput = z.strictObject({ id, version: id, params: viewParams.optional(), ...facts });
export const removeViewInput = z.strictObject({ id, version: id });

/** A saved view as the menu of a list shows it. */
export type ViewRow = {
  id: number;
  version: number;
  name: string;
  params: Record<string, string>;
  isShared: boolean;
  isDefault: boolean;
  /** Name of its owner; null for one's own. */
  by: string | null;
};
