import "server-only";
import { getTranslations } from "next-intl/server";
import type { Permission } from "@/lib/platform/access/permissions";

/** The message of a permission; one without a message does not compile. */
type Key<Name> = Name extends `${infer Domain}:${infer Verb}` ? `${Domain}.${Verb}` : never;

/** What permissions are called in the reader's language (messages `permissions`). */
export async function getPermissionNames(): Promise<(permission: Permission) => string> {
  const t = await getTranslations("permissions");
  return (permission) => t(permission.replace(":", ".") as Key<Permission>);
}
