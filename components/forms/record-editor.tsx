"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from "react";

type Editor = {
  /** Identifies the record in the input of its actions, such as `{ personId: 17 }`. */
  key: Record<string, string | number>;
  /** Newest version known: that of the page, or what the last save returned. */
  version(): number;
  saved(version: number): void;
  /** Saves one after the other: two fields left in quick succession must not make each other stale. */
  queue<T>(save: () => Promise<T>): Promise<T>;
  refresh(): void;
};

const EditorContext = createContext<Editor | null>(null);

type Props = { record: Record<string, string | number>; version: number; children: ReactNode };

/** Around the fields of one record that are edited in place: they share its version for optimistic locking. */
export function RecordEditor({ record, version, children }: Props) {
  const router = useRouter();
  const newest = useRef(version);
  const tail = useRef<Promise<unknown>>(Promise.resolve());
  const keyText = JSON.stringify(record);

  useEffect(() => {
    newest.current = Math.max(newest.current, version);
  }, [version]);

  const editor = useMemo<Editor>(
    () => ({
      key: JSON.parse(keyText),
      version: () => newest.current,
      saved(next) {
        newest.current = Math.max(newest.current, next);
      },
      queue(save) {
        const result = tail.current.then(save, save);
        tail.current = result.catch(() => {});
        return result;
      },
      refresh: () => router.refresh(),
    }),
    [keyText, router],
  );
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The record around this field. */
export function useRecordEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error("a field edited in place stands outside of <RecordEditor>");
  return editor;
}
