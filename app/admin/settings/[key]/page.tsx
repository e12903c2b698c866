import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { can } from "@/lib/platform/access/actor";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listSettings } from "@/lib/platform/settings/queries";
import { flatParams } from "@/lib/platform/url/href";
import { readableValue, settingMessage } from "../_components/setting-text";
import { SettingForm } from "./_components/setting-form";

type Props = PageProps<"/admin/settings/[key]">;

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("settings:read");
  return { title: (await getTranslations("settings"))("title") };
}

/** One setting: its value of today, all its dated values, and the way to plan another one. */
export default async function SettingPage({ params, searchParams }: Props) {
  const actor = await requirePage("settings:read");
  const { key } = await params;
  const today = campusToday();
  const [settings, t, format] = await Promise.all([
    listSettings(actor, today),
    getTranslations("settings"),
    getFormat(),
  ]);
  const setting = settings.find((candidate) => candidate.key === key);
  if (!setting) notFound();
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const rows = [{ table: "setting", keys: setting.rows.map((row) => row.id) }];
  const history = await listRecordHistory(actor, rows, page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  const say = loose(t);
  const name = settingMessage(key);
  const readable = (json: string) => readableValue(json, say);
  return (
    <ClientMessages namespaces={["forms"]}>
      <PageHeader
        title={say(`items.${name}.title`)}
        description={say(`items.${name}.help`)}
        crumbs={{
          label: t("crumbs"),
          items: [{ label: t("title"), href: "/admin/settings" }, { label: say(`items.${name}.title`) }],
        }}
      />
      <div className="grid max-w-5xl gap-x-12 gap-y-10 lg:grid-cols-2">
        <Section title={t("values")}>
          <table className="w-full text-sm">
            <thead>
              <tr className="border-b text-left text-muted-foreground">
                <th className="py-1.5 pr-4 font-medium">{t("validFrom")}</th>
                <th className="py-1.5 font-medium">{t("value")}</th>
              </tr>
            </thead>
            <tbody className="divide-y">
              {setting.rows.map((row) => (
                <tr key={row.validFrom} className={row.current ? "font-medium" : undefined}>
                  <td className="tabular py-1.5 pr-4">{format.date(row.validFrom)}</td>
                  <td className="py-1.5">{readable(row.value)}</td>
                </tr>
              ))}
              <tr>
                <td className="py-1.5 pr-4 text-muted-foreground">{t("isDefault")}</td>
                <td className="py-1.5">{readable(setting.byDefault)}</td>
              </tr>
            </tbody>
          </table>
        </Section>
        {can(actor, "settings:edit") ? (
          <Section title={t("change")}>
            <SettingForm
              settingKey={key}
              value={setting.value}
              today={today}
              versions={Object.fromEntries(setting.rows.map((row) => [row.validFrom, row.version]))}
              texts={{
                value: t("value"),
                valueHelp: t("valueHelp", { example: setting.byDefault }),
                yes: t("yes"),
                no: t("no"),
                validFrom: t("validFrom"),
                validFromHelp: t("validFromHelp"),
                reason: t("reason"),
                save: t("save"),
                saved: t("saved"),
              }}
            />
          </Section>
        ) : null}
      </div>
      <div className="mt-10 max-w-5xl">
        <History
          history={history}
          references={references}
          path={`/admin/settings/${key}`}
          params={flatParams(query)}
        />
      </div>
    </ClientMessages>
  );
}
