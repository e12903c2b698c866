"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TextbookSearch } from "@/components/courses/textbook-search";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

type Book = { id: number; title: string };

/** The textbooks of a part, with a search for further ones. */
export function PartBooks({ books, onChange }: { books: Book[]; onChange(books: Book[]): void }) {
  const t = useTranslations("classEdit.parts");
  const id = useId();
  const [adding, setAdding] = useState(false);
  return (
    <div>
      <p className="mb-1 text-muted-foreground text-sm">{t("books")}</p>
      <ul className="flex flex-wrap items-center gap-2">
        {books.map((book) => (
          <li
            key={book.id}
            className="flex items-center gap-1 rounded-md border bg-muted py-0.5 pr-1 pl-2.5 text-sm"
          >
            {book.title}
            <Button
              variant="ghost"
              size="sm"
              aria-label={t("removeBook", { title: book.title })}
              onClick={() => onChange(books.filter((each) => each.id !== book.id))}
            >
              <Icon name="x" />
            </Button>
          </li>
        ))}
        {!adding && (
          <li>
            <Button variant="ghost" size="sm" onClick={() => setAdding(true)}>
              <Icon name="plus" />
              {t("addBook")}
            </Button>
          </li>
        )}
      </ul>
      {adding && (
        <div className="mt-2 max-w-md">
          <TextbookSearch
            id={`${id}-book`}
            label={t("addBook")}
            autoFocus
            without={books.map((book) => book.id)}
            onChoose={({ id: bookId, title }) => {
              onChange([...books, { id: bookId, title }]);
              setAdding(false);
            }}
          />
        </div>
      )}
    </div>
  );
}
