import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { requirePage } from "@/lib/platform/auth/page";
import { env } from "@/lib/platform/env/env";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { listOwnFeeds } from "@/lib/registration/calendar-feeds/queries";
import { FeedList } from "./_components/feed-list";
import { NewFeed } from "./_components/new-feed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendarFeeds"))("title") };
}

/** The private addresses by which calendars read the own timetable: made, shown once, taken back. */
export default async function CalendarFeedsPage() {
  const actor = await requirePage("registration:feed_own");
  const [feeds, t] = await Promise.all([listOwnFeeds(actor), getTranslations("calendarFeeds")]);
  return (
    <ClientMessages namespaces={["forms", "calendarFeeds.new"]}>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="grid max-w-5xl gap-x-12 gap-y-8 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-y-8">
          <Section title={t("new.title")}>
            <NewFeed site={env().NAGA_URL} />
          </Section>
          <Section title={t("how.title")}>
            <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
              {(["apple", "google", "outlook"] as const).map((kind) => (
                <li key={kind}>{t(`how.${kind}`)}</li>
              ))}
            </ul>
          </Section>
        </div>
        <FeedList feeds={feeds} />
      </div>
    </ClientMessages>
  );
}
