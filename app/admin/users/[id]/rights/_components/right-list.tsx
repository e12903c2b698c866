import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Icon } from "@/components/ui/icon";
import type { Permission } from "@/lib/platform/access/permissions";
import { isRole } from "@/lib/platform/access/roles";
import type { Explained, RuleInput } from "@/lib/platform/explained";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import { getPermissionNames } from "@/lib/platform/i18n/permission-names";

type Right = Explained<boolean> & { permission: Permission };

/** Rights with the reasons why they are held or not. */
export async function RightList({ title, rights }: { title: string; rights: readonly Right[] }) {
  const [t, named, nameOf] = await Promise.all([
    getTranslations("users.rights"),
    namer(),
    getPermissionNames(),
  ]);
  const lines = await Promise.all(
    rights.map(async (right) => ({ ...right, why: await getWhyText(named(right)) })),
  );
  return (
    <Section title={title} framed>
      <ul className="divide-y text-sm">
        {lines.map(({ permission, value, why }) => (
          <li key={permission} className="flex gap-3 px-4 py-cell">
            <Icon
              name={value ? "circle-check" : "circle-x"}
              className={`mt-0.5 size-4 shrink-0 ${value ? "text-success" : "text-muted-foreground"}`}
            />
            <div className="min-w-0 flex-1">
              <Link
                href={`/admin/access/effective?permission=${permission}`}
                prefetch={false}
                title={t("who")}
                className="font-medium hover:underline"
              >
                {nameOf(permission)}
              </Link>
              <code lang="en" className="ml-2 text-muted-foreground text-xs">
                {permission}
              </code>
              {why.reasons.map(({ text }) => (
                <p key={text} className="text-muted-foreground">
                  {text}
                </p>
              ))}
              {why.remedy ? <p className="text-muted-foreground">{why.remedy}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Puts the names of roles into an explanation, and words where a grant has no end. */
async function namer(): Promise<(right: Right) => Right> {
  const [roles, access] = await Promise.all([getTranslations("roles"), getTranslations("access")]);
  const name = (role: string) => (isRole(role) ? roles(role) : role);
  const words = (inputs: Record<string, RuleInput> = {}): Record<string, RuleInput> => ({
    ...inputs,
    ...(typeof inputs.role === "string" ? { role: name(inputs.role) } : {}),
    ...(typeof inputs.roles === "string" ? { roles: inputs.roles.split(", ").map(name).join(", ") } : {}),
    ...(inputs.to === "" ? { to: access("openEnd") } : {}),
  });
  return (right) => ({
    ...right,
    because: right.because.map((reason) => ({ ...reason, inputs: words(reason.inputs) })),
    ...(right.remedy ? { remedy: { ...right.remedy, inputs: words(right.remedy.inputs) } } : {}),
  });
}
