import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { grantRoleApproval, listConfirmers } from "@/lib/approvals/access-grants";
import { listScopeChoices } from "@/lib/platform/access/queries";
import { ROLES } from "@/lib/platform/access/roles";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { GrantForm } from "../_components/grant-form";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("access:grant");
  return { title: (await getTranslations("access.grant"))("title") };
}

/** The form by which an administrator grants a role to somebody else. */
export default async function GrantPage() {
  const actor = await requirePage("access:grant");
  const [choices, confirmers, t, all, roles] = await Promise.all([
    listScopeChoices(actor),
    listConfirmers(actor),
    getTranslations("access.grant"),
    getTranslations("access"),
    getTranslations("roles"),
  ]);
  const named = (list: (typeof choices)["departments"]) =>
    list.map(({ code, name, nameKm }) => ({ value: code, label: actor.locale === "km" ? nameKm : name }));
  return (
    <ClientMessages namespaces={["forms"]}>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        crumbs={{ label: all("title"), items: [{ label: all("title"), href: "/admin/access" }] }}
      />
      <GrantForm
        today={campusToday()}
        confirmable={confirmers.length > 0}
        roles={ROLES.map((role) => ({ value: role, label: roles(role) }))}
        departments={named(choices.departments)}
        programmes={named(choices.programmes)}
        scopeKinds={(["ALL", "DEPARTMENT", "PROGRAMME"] as const).map((kind) => ({
          value: kind,
          label: all(`scopeKinds.${kind}`),
        }))}
        levels={(["none", "1", "2", "3", "4"] as const).map((level) => ({
          value: level === "none" ? "" : level,
          label: all(`levels.${level}`),
        }))}
        texts={{
          email: t("email"),
          role: t("role"),
          scopeKind: t("scopeKind"),
          scopeRef: t("scopeRef"),
          scopeRefHelp: t("scopeRefHelp"),
          scopeRefNone: t("scopeRefNone"),
          authority: t("authority"),
          from: t("from"),
          to: t("to"),
          toHelp: t("toHelp"),
          reason: t("reason"),
          reasonHelp: t("reasonHelp"),
          submit: t("submit"),
          done: t("done"),
          twoTitle: t("twoTitle"),
          twoText: t("twoText", { days: grantRoleApproval.validForDays }),
          twoWho: confirmers.length > 0 ? t("twoWho", { names: confirmers.join(", ") }) : t("twoNobody"),
          ask: t("ask"),
          asked: t("asked"),
        }}
      />
    </ClientMessages>
  );
}
