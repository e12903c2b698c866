import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listSettings } from "@/lib/platform/settings/queries";
import { readableValue, settingMessage } from "./_components/setting-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** Every rule that the university may change without a release, with its value of today and the default. */
export default async function SettingsPage() {
  const actor = await requirePage("settings:read");
  const [settings, t, format] = await Promise.all([
    listSettings(actor, campusToday()),
    getTranslations("settings"),
    getFormat(),
  ]);
  const say = loose(t);
  const readable = (json: string) => readableValue(json, say);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <ul className="max-w-4xl divide-y rounded-lg border bg-card">
        {settings.map((setting) => {
          const current = setting.rows.find((row) => row.current);
          const planned = setting.rows.filter((row) => row.validFrom > campusToday());
          const name = settingMessage(setting.key);
          return (
            <li key={setting.key} className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[1fr_auto]">
              <div className="min-w-0">
                <Link href={`/admin/settings/${setting.key}`} className="font-medium hover:underline">
                  {say(`items.${name}.title`)}
                </Link>
                <p className="max-w-prose text-muted-foreground text-sm">{say(`items.${name}.help`)}</p>
              </div>
              <div className="flex flex-wrap items-start gap-2 sm:max-w-72 sm:justify-end sm:text-right">
                <div className="min-w-0">
                  <p className="tabular font-medium">{readable(setting.value)}</p>
                  <p className="text-muted-foreground text-sm">
                    {current ? t("since", { date: format.date(current.validFrom) }) : t("isDefault")}
                  </p>
                </div>
                {planned.length > 0 ? <Badge>{t("planned", { count: planned.length })}</Badge> : null}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
