import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { permissionsOf, ROLES } from "@/lib/platform/access/roles";
import { getPermissionNames } from "@/lib/platform/i18n/permission-names";

/** What each role may do, as the program has it: folded away, since it is read rarely and cannot be changed here. */
export async function RoleMatrix() {
  const [t, roles, nameOf] = await Promise.all([
    getTranslations("access.matrix"),
    getTranslations("roles"),
    getPermissionNames(),
  ]);
  return (
    <Section title={t("title")} className="mt-10 max-w-4xl">
      <p className="mb-3 max-w-prose text-muted-foreground text-sm">{t("lead")}</p>
      <div className="divide-y rounded-lg border bg-card">
        {ROLES.map((role) => {
          const permissions = [...permissionsOf(role)].sort();
          return (
            <details key={role} className="group px-4 py-cell text-sm">
              <summary className="flex cursor-pointer items-baseline justify-between gap-4 font-medium">
                {roles(role)}
                <span className="tabular font-normal text-muted-foreground">
                  {t("permissions", { count: permissions.length })}
                </span>
              </summary>
              <ul className="mt-2 flex flex-wrap gap-1.5 pb-1">
                {permissions.map((permission) => (
                  <li
                    key={permission}
                    title={permission}
                    className="rounded-sm bg-muted px-1.5 py-0.5 text-xs"
                  >
                    {nameOf(permission)}
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </div>
    </Section>
  );
}
