"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTableState } from "@/components/data-table/table-state";
import { useAction } from "@/components/forms/use-action";
import type { PeopleList } from "@/lib/people/lists/kinds";
import { printList } from "@/lib/people/print/actions";

/** In the menu of a list: the list as it is seen, as a PDF that the worker makes. */
export function PrintListEntry({ list, words }: { list: PeopleList; words: readonly string[] }) {
  const t = useTranslations("documents.list");
  const router = useRouter();
  const { columns, params } = useTableState();
  const { run, pending } = useAction(printList, {
    onSuccess: ({ jobRunId }) => router.push(`/printed/${jobRunId}`),
  });
  const { page: _page, size: _size, view: _view, columns: _columns, ...narrowed } = params;
  return (
    <button
      type="button"
      className="dt-entry"
      disabled={pending}
      onClick={() =>
        void run({ list, params: narrowed, columns: [...columns], ids: null, words: [...words] })
      }
    >
      {t("print")}
    </button>
  );
}
