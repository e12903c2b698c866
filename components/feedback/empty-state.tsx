import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { IconName } from "@/components/ui/icon";
import { StateView } from "./state-view";

type Props = {
  /** Say what is missing, in the words of the page. */
  title?: ReactNode;
  /** Say when it will be there, or how to get it. */
  children?: ReactNode;
  actions?: ReactNode;
  icon?: IconName;
};

/** Nothing is there yet. */
export async function EmptyState({ title, children, actions, icon = "inbox" }: Props) {
  const t = await getTranslations("states.empty");
  return (
    <StateView icon={icon} title={title ?? t("title")} actions={actions}>
      {children ?? t("text")}
    </StateView>
  );
}

/** Something is there, but nothing fits what was asked. */
export async function NoMatchState({ actions }: { actions?: ReactNode }) {
  const t = await getTranslations("states.empty.search");
  return (
    <StateView icon="search-x" title={t("title")} actions={actions}>
      {t("text")}
    </StateView>
  );
}
