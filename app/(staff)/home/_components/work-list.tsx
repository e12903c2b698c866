import { getTranslations } from "next-intl/server";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { navigationFor } from "@/components/layout/navigation";
import { Icon } from "@/components/ui/icon";
import type { AccountActor } from "@/lib/platform/access/actor";
import { loose } from "@/lib/platform/i18n/explain-text";

/** The pages of a role that has no desk of its own yet: everything it may open, what for, one tap away. */
export async function WorkList({ actor }: { actor: AccountActor }) {
  const t = await getTranslations("navigation");
  const about = loose(await getTranslations("home.work.about"));
  return (
    <ItemList>
      {navigationFor(actor)
        .filter((item) => item.href !== "/home")
        .map((item) => (
          <ListItem
            key={item.href}
            href={item.href}
            lead={<Icon name={item.icon} className="size-5 shrink-0 text-muted-foreground" />}
            title={t(item.labelKey)}
            detail={about.has(item.labelKey) ? about(item.labelKey) : undefined}
          />
        ))}
    </ItemList>
  );
}
