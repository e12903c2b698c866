import { getTranslations } from "next-intl/server";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import { Icon } from "@/components/ui/icon";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { FeedRow } from "@/lib/registration/calendar-feeds/schemas";
import { RevokeFeedButton } from "./revoke-feed-button";

/** The living addresses of a person, each with the way to take it back. */
export async function FeedList({ feeds }: { feeds: FeedRow[] }) {
  const [t, format] = await Promise.all([getTranslations("calendarFeeds.list"), getFormat()]);
  const now = new Date();
  return (
    <Section title={t("title")} detail={format.number(feeds.length)} framed>
      {feeds.length === 0 ? <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p> : null}
      <ItemList>
        {feeds.map((feed) => (
          <ListItem
            key={feed.id}
            lead={<Icon name="calendar-days" className="size-5 shrink-0 text-muted-foreground" />}
            title={feed.label}
            detail={[
              t("made", { when: format.relative(feed.createdAt, now) }),
              feed.lastReadAt ? t("read", { when: format.relative(feed.lastReadAt, now) }) : t("neverRead"),
            ].join(" · ")}
            trail={
              <RevokeFeedButton
                id={feed.id}
                version={feed.version}
                texts={{
                  label: t("revokeLabel", { label: feed.label }),
                  revoke: t("revoke"),
                  title: t("revokeTitle", { label: feed.label }),
                  what: t("revokeWhat"),
                  confirm: t("revokeConfirm"),
                  done: t("revoked"),
                }}
              />
            }
          />
        ))}
      </ItemList>
    </Section>
  );
}
