"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ComponentProps, useEffect, useRef } from "react";

type NavLinkProps = ComponentProps<typeof Link> & {
  href: string;
  /** Only this very address counts as "here", not the pages below it. */
  exact?: boolean;
  /** Pages below it that have a link of their own. */
  except?: readonly string[];
  /** In a row that scrolls sideways: brought into view when it is the current one. */
  reveal?: boolean;
};

/** Whether `path` is the page `href` or, unless `exact`, a page below it. */
export function isHere(path: string, href: string, exact?: boolean): boolean {
  const target = href.split("?")[0] ?? href;
  return path === target || (!exact && target !== "/" && path.startsWith(`${target}/`));
}

/** A link that says by `aria-current` that the person is there. Its looks and its icon come from the server. */
export function NavLink({ href, exact, except, reveal, ...props }: NavLinkProps) {
  const path = usePathname();
  const link = useRef<HTMLAnchorElement>(null);
  const here = isHere(path, href, exact) && !except?.some((other) => isHere(path, other));

  useEffect(() => {
    const row = reveal && here ? link.current?.closest("ul") : null;
    if (row && link.current) row.scrollLeft = link.current.offsetLeft - row.clientWidth / 3;
  }, [reveal, here]);

  return <Link ref={link} href={href} prefetch={false} aria-current={here ? "page" : undefined} {...props} />;
}
