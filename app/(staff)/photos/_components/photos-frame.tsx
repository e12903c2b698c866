import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkTabs } from "@/components/ui/tabs";
import { countPhotoWork, PHOTO_LISTS } from "@/lib/people/photos/work-list";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Title and tabs of the pages of photos, with how many wait in each list. */
export async function PhotosFrame({ actor, children }: { actor: AccountActor; children: ReactNode }) {
  const [t, format, counts] = await Promise.all([
    getTranslations("photos"),
    getFormat(),
    countPhotoWork(actor, PHOTO_LISTS),
  ]);
  const count = (n: number) => (n > COUNT_LIMIT ? `${format.number(COUNT_LIMIT)}+` : format.number(n));
  const tabs = PHOTO_LISTS.map((list) => ({
    href: list === "unverified" ? "/photos" : `/photos/${list}`,
    label: t(`tabs.${list}`),
    count: count(counts[list]),
    exact: list === "unverified",
  }));
  const mayTakeMany = can(actor, "people:edit") && can(actor, "files:upload");
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="mb-stack">
        <LinkTabs
          label={t("tabs.label")}
          tabs={mayTakeMany ? [...tabs, { href: "/photos/bulk", label: t("tabs.bulk") }] : tabs}
        />
      </div>
      {children}
    </>
  );
}
