import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { WishList } from "@/components/wishes/wish-list";
import { listWishes, listWishTerms, ownTeacherNumber } from "@/lib/classes/wishes/queries";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("draftTimetable.wishes"))("title") };
}

/** When the teacher who looks cannot, would rather not, or likes to teach. */
export default async function OwnWishesPage() {
  const actor = await requirePage("timetable:wish_own");
  const [number, rows, terms, t] = await Promise.all([
    ownTeacherNumber(actor),
    listWishes(actor, actor.personId ?? 0),
    listWishTerms(actor),
    getTranslations("draftTimetable.wishes"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      {number === null ? (
        <EmptyState icon="clock" title={t("noTeacher")} />
      ) : (
        <ClientMessages namespaces={["forms", "draftTimetable.wishes"]}>
          <div className="max-w-3xl">
            <WishList number={number} rows={rows} terms={terms} editable />
          </div>
        </ClientMessages>
      )}
    </>
  );
}
