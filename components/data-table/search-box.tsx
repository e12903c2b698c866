"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { listHref, type UrlParams } from "@/lib/platform/url/href";

type Props = {
  path: string;
  params: UrlParams;
  /** Parameter of the URL; "q" unless told. */
  name?: string;
  placeholder: string;
  pending: boolean;
  onGo(href: string, mode: "replace"): void;
  inputRef: RefObject<HTMLInputElement | null>;
};

const PAUSE_MS = 250;

/**
 * One box that searches as soon as the typing pauses and keeps its focus while the rows below change. It is a plain
 * GET form underneath: it works before the script has come.
 */
export function SearchBox({ path, params, name = "q", placeholder, pending, onGo, inputRef }: Props) {
  const t = useTranslations("table");
  const current = params[name] ?? "";
  const [text, setText] = useState(current);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(current);

  // The URL changed by other means (a chip, the back button): show what is searched now, but never under typing hands.
  useEffect(() => {
    if (current !== asked.current) {
      asked.current = current;
      setText(current);
    }
  }, [current]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function submit(value: string) {
    clearTimeout(timer.current);
    const wanted = value.trim();
    if (wanted === asked.current) return;
    asked.current = wanted;
    onGo(listHref(path, params, { [name]: wanted }), "replace");
  }

  function type(value: string) {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => submit(value), PAUSE_MS);
  }

  return (
    <search className="dt-search" data-pending={pending || undefined}>
      <form
        action={path}
        onSubmit={(event) => {
          event.preventDefault();
          submit(text);
        }}
      >
        {Object.entries(params)
          .filter(([key]) => key !== name && key !== "page")
          .map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
        <input
          ref={inputRef}
          type="search"
          name={name}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-keyshortcuts="/"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && text) {
              event.preventDefault();
              setText("");
              submit("");
            }
          }}
        />
        <noscript>
          <button type="submit">{t("search")}</button>
        </noscript>
      </form>
    </search>
  );
}
