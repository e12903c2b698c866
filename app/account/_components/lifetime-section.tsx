import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import type { RoleName } from "@/lib/platform/access/roles";
import { inWholeUnits, lifetimeOf } from "@/lib/platform/auth/lifetimes";

/** How long a session of each of the person's roles lives, and what counts with all of them together. */
export async function LifetimeSection({ roles }: { roles: readonly RoleName[] }) {
  const [t, names] = await Promise.all([getTranslations("account.lifetimes"), getTranslations("roles")]);
  const span = (seconds: number) => {
    const { unit, count } = inWholeUnits(seconds);
    return t(unit, { count });
  };
  const several = roles.length > 1;
  const lines = roles.map((role) => ({ name: names(role), ...lifetimeOf([role]), counts: !several }));
  if (several) lines.push({ name: t("counts"), ...lifetimeOf(roles), counts: true });
  return (
    <Section title={t("title")}>
      <p className="mb-3 max-w-prose text-muted-foreground text-sm">{t("lead")}</p>
      <table className="w-full max-w-xl text-sm">
        <thead>
          <tr className="border-b text-left text-muted-foreground">
            <th className="py-1.5 pr-4 font-medium">{t("role")}</th>
            <th className="py-1.5 pr-4 font-medium">{t("idle")}</th>
            <th className="py-1.5 font-medium">{t("absolute")}</th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {lines.map(({ name, idle, absolute, counts }) => (
            <tr key={name} className={counts ? "font-medium" : undefined}>
              <td className="py-1.5 pr-4">{name}</td>
              <td className="py-1.5 pr-4">{span(idle)}</td>
              <td className="py-1.5">{span(absolute)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
