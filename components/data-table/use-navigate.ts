"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useCallback, useTransition } from "react";

/**
 * Makes plain links inside an element navigate without a full load. One listener for the table instead of a Link
 * component per cell: less script to run on the server and on the phone.
 */
export function useNavigate() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  const go = useCallback(
    (href: string, mode: "push" | "replace" = "push") =>
      startTransition(() => router[mode](href, { scroll: mode === "push" })),
    [router],
  );

  const onClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      if (event.defaultPrevented || event.button !== 0) return;
      const target = event.target as HTMLElement;
      let link = target.closest<HTMLAnchorElement>("a[href]");
      if (!link) {
        // The whole row opens, except where a control stands or text is being selected.
        if (target.closest("button, input, label, select, summary, [popover]") || getSelection()?.toString())
          return;
        link = target.closest("tbody tr")?.querySelector<HTMLAnchorElement>("a.dt-open") ?? null;
      }
      if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(link.pathname + link.search + link.hash);
    },
    [go],
  );

  return { go, onClick, pending };
}
