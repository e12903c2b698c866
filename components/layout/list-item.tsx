import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";

/** A list of two-line items, framed by <Section framed>. */
export function ItemList({ className, children }: { className?: string; children: ReactNode }) {
  return <ul className={cn("divide-y", className)}>{children}</ul>;
}

type Props = {
  title: ReactNode;
  detail?: ReactNode;
  /** Before the text: an icon, a time, an avatar. */
  lead?: ReactNode;
  /** After it: a status, a number. */
  trail?: ReactNode;
  href?: string;
};

/** A thing in two lines; the whole of it is the link when `href` is given. */
export function ListItem({ title, detail, lead, trail, href }: Props) {
  return (
    <li
      className={cn("relative flex min-h-14 items-center gap-3 px-4 py-cell", href && "hover:bg-accent/50")}
    >
      {lead}
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {href ? (
            <Link href={href} prefetch={false} className="after:absolute after:inset-0">
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {detail ? <p className="text-muted-foreground text-sm">{detail}</p> : null}
      </div>
      {trail ? <div className="shrink-0 text-right text-sm">{trail}</div> : null}
      {href ? <Icon name="chevron-right" className="size-4 shrink-0 text-muted-foreground" /> : null}
    </li>
  );
}
