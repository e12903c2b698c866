import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { PERMISSIONS } from "@/lib/platform/access/permissions";
import { ROLES } from "@/lib/platform/access/roles";
import { parseAsPage, parseAsPageSize } from "@/lib/platform/url/list-params";

/** URL state of "who may do what": a right, and one of the roles that give it. */
export const effectiveParams = {
  page: parseAsPage,
  size: parseAsPageSize,
  permission: parseAsStringLiteral(PERMISSIONS).withDefault("access:grant"),
  role: parseAsStringLiteral(ROLES),
};
export const loadEffectiveParams = createLoader(effectiveParams);
