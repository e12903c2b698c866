"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextbookSearch } from "@/components/courses/textbook-search";
import { useAction } from "@/components/forms/use-action";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { addCourseTextbook, removeCourseTextbook } from "@/lib/curriculum/courses/actions";
import type { TextbookHit } from "@/lib/curriculum/textbooks/schemas";

type Props = { courseId: number; course: string; books: TextbookHit[]; editable: boolean };

/** The textbooks of a course; taking one away can be taken back for a few seconds. */
export function BookList({ courseId, course, books, editable }: Props) {
  const t = useTranslations("courses.books");
  const router = useRouter();
  const [adding, setAdding] = useState(false);
  const add = useAction(addCourseTextbook, { onSuccess: () => router.refresh() });
  const remove = useAction(removeCourseTextbook, {
    onSuccess: (input) => {
      router.refresh();
      toast.success(t("removed"), { action: { label: t("undo"), onClick: () => void add.run(input) } });
    },
  });
  return (
    <Section
      title={t("title")}
      detail={books.length}
      framed
      actions={
        editable && (
          <Button variant="ghost" size="sm" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {adding ? t("close") : t("add")}
          </Button>
        )
      }
    >
      {adding && (
        <div className="border-b px-4 py-3">
          <TextbookSearch
            id={`course-book-${courseId}`}
            label={t("search", { course })}
            without={books.map(({ id }) => id)}
            autoFocus
            onChoose={({ id }) => void add.run({ courseId, textbookId: id })}
          />
        </div>
      )}
      {books.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>
      ) : (
        <ul className="divide-y">
          {books.map((book) => (
            <li key={book.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
              <span className="min-w-0 flex-1">
                <Link href={`/textbooks/${book.id}`} prefetch={false} className="link font-medium">
                  {book.title}
                </Link>
                <span className="block text-muted-foreground">
                  {[book.author, book.edition, book.year].filter(Boolean).join(" · ")}
                </span>
              </span>
              {editable && (
                <Button
                  variant="ghost"
                  size="sm"
                  pending={remove.pending}
                  aria-label={`${t("remove")} ${book.title}`}
                  onClick={() => void remove.run({ courseId, textbookId: book.id })}
                >
                  {t("remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
