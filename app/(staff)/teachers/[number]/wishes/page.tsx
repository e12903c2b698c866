import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WishList } from "@/components/wishes/wish-list";
import { listWishes, listWishTerms } from "@/lib/classes/wishes/queries";
import { can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/wishes">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "people:read");
}

/** When a teacher cannot, would rather not, or likes to teach; drafts of timetables keep to it. */
export default async function TeacherWishesPage({ params }: Props) {
  const { actor, record } = await loadColleague("teacher", params, "people:read");
  const [rows, terms, t] = await Promise.all([
    listWishes(actor, record.personId),
    listWishTerms(actor),
    getTranslations("draftTimetable.wishes"),
  ]);
  return (
    <ClientMessages namespaces={["forms", "draftTimetable.wishes"]}>
      <div className="max-w-3xl">
        <p className="mb-3 max-w-prose text-muted-foreground text-sm">{t("lead")}</p>
        <WishList number={record.number} rows={rows} terms={terms} editable={can(actor, "people:edit")} />
      </div>
    </ClientMessages>
  );
}
