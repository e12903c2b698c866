import { getTranslations } from "next-intl/server";
import { LogPager } from "@/components/audit/log-pager";
import { EmptyState } from "@/components/feedback/empty-state";
import type { PhotoList as Which } from "@/lib/people/photos/work-list";
import { listPhotoWork } from "@/lib/people/photos/work-list";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { latinName, otherScriptName, personName } from "@/lib/platform/i18n/names";
import { type PhotoCard, PhotoGrid } from "./photo-grid";

type Props = { actor: AccountActor; list: Which; page: number };

/** One page of a work list as a wall of pictures: a wrong one is seen, not read. */
export async function PhotoList({ actor, list, page }: Props) {
  const [found, t, format] = await Promise.all([
    listPhotoWork(actor, list, page),
    getTranslations("photos"),
    getFormat(),
  ]);
  if (found.total === 0) {
    return (
      <EmptyState icon="circle-check" title={t(`empty.${list}`)}>
        {t(`empty.${list}Text`)}
      </EmptyState>
    );
  }
  const cards = found.rows.map(
    (row): PhotoCard => ({
      key: row.personId,
      href: row.path.startsWith("/students/") ? `${row.path}/photo` : row.path,
      number: row.number,
      family: row.familyName,
      personal: row.personalName,
      name: personName(row, format.locale),
      other: otherScriptName(row, format.locale),
      alt: t("alt", { name: latinName(row) }),
      programme: row.programme,
      photo: row.photoId,
      version: row.version,
      note:
        row.takenOn === null
          ? null
          : list === "overdue" && row.dueOn
            ? t("list.overdueSince", { date: format.date(row.dueOn) })
            : t("list.taken", { date: format.date(row.takenOn) }),
    }),
  );
  return (
    <ClientMessages namespaces={["photos.list", "photos.actions", "photos.upload", "forms", "table"]}>
      <PhotoGrid cards={cards} editable={can(actor, "people:edit")} verify={list === "unverified"} />
      <LogPager
        page={found.page}
        pageSize={found.pageSize}
        total={found.total}
        totalIsExact={found.totalIsExact}
        shown={found.rows.length}
        path={list === "unverified" ? "/photos" : `/photos/${list}`}
        params={{}}
      />
    </ClientMessages>
  );
}
