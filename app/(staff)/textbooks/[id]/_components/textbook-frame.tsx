import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/tabs";
import type { TextbookRow } from "@/lib/curriculum/textbooks/schemas";
import { type Actor, can } from "@/lib/platform/access/actor";

/** The head and the tabs of a textbook. */
export async function TextbookFrame({
  actor,
  book,
  children,
}: {
  actor: Actor;
  book: TextbookRow;
  children: ReactNode;
}) {
  const t = await getTranslations("textbooks");
  const path = `/textbooks/${book.id}`;
  return (
    <>
      <PageHeader
        title={book.title}
        detail={book.isActive ? book.isbn : <Badge variant="outline">{t("noLonger")}</Badge>}
        description={[book.author, book.edition, book.year].filter(Boolean).join(" · ")}
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/textbooks" }, { label: book.title }],
        }}
      />
      {can(actor, "audit:read_history") || can(actor, "audit:read") ? (
        <div className="mb-stack">
          <LinkTabs
            label={t("tabs.label")}
            tabs={[
              { href: path, label: t("tabs.book"), exact: true },
              { href: `${path}/history`, label: t("tabs.history") },
            ]}
          />
        </div>
      ) : null}
      {children}
    </>
  );
}
