"use client";

import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { ToldFinding } from "@/lib/classes/timetable/tell-placement";

const LOOKS = {
  refuse: { icon: "circle-x", className: "text-danger" },
  confirm: { icon: "triangle-alert", className: "text-warning" },
  warn: { icon: "info", className: "text-muted-foreground" },
} as const;

/** What a place meets, the gravest first, each with the page of what is in the way. */
export function MoveFindings({ findings, free }: { findings: readonly ToldFinding[]; free: string }) {
  if (findings.length === 0) {
    return (
      <p className="flex gap-2 text-sm text-success">
        <Icon name="circle-check" className="mt-0.5 size-4 shrink-0" />
        {free}
      </p>
    );
  }
  return (
    <ul className="flex max-h-48 flex-col gap-1.5 overflow-y-auto text-sm">
      {findings.map(({ severity, text, href }) => (
        <li key={text} className={cn("flex gap-2", LOOKS[severity].className)}>
          <Icon name={LOOKS[severity].icon} className="mt-0.5 size-4 shrink-0" />
          {href ? (
            <a href={href} target="_blank" rel="noreferrer" className="hover:underline">
              {text}
            </a>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  );
}
