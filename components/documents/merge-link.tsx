"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePeopleSelection } from "@/components/people/use-people-selection";
import { selectionParam } from "@/lib/messages/selection-rules";
import type { PeopleList } from "@/lib/people/lists/kinds";

/** In the bulk bar: a letter or a mail to the selected people. */
export function MergeLink({ list }: { list: PeopleList }) {
  const t = useTranslations("documents.bulk");
  const { selection } = usePeopleSelection(list);
  return (
    <Link
      href={`/messages/merge?${new URLSearchParams({ to: selectionParam(selection) })}`}
      prefetch={false}
      className="dt-button"
    >
      {t("messages")}
    </Link>
  );
}
