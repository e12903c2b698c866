"use client";

import { useState } from "react";

type Props = {
  /** The total as the list knows it, such as "10,000+". */
  about: string;
  /** A route that answers with `text`, the exact total. */
  href: string;
  labels: { count: string; counting: string; failed: string };
};

/** A total that is known to its first ten thousand, and counted to the end when somebody wants to know. */
export function ExactTotal({ about, href, labels }: Props) {
  const [total, setTotal] = useState<{ href: string; text: string | null } | null>(null);
  const [counting, setCounting] = useState(false);

  async function count() {
    setCounting(true);
    try {
      const response = await fetch(href);
      const { text } = response.ok ? ((await response.json()) as { text: string }) : { text: null };
      setTotal({ href, text });
    } catch {
      setTotal({ href, text: null });
    }
    setCounting(false);
  }

  // Another filter is another list: its count is not this one.
  const known = total?.href === href ? total : null;
  if (known?.text) return <output>{known.text}</output>;
  return (
    <>
      {about}{" "}
      <button
        type="button"
        onClick={count}
        disabled={counting}
        data-print="hide"
        className="link text-sm disabled:opacity-60"
      >
        {counting ? labels.counting : labels.count}
      </button>
      {known ? (
        <span role="status" className="ml-2 text-sm">
          {labels.failed}
        </span>
      ) : null}
    </>
  );
}
