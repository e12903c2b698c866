"use client";

import { Command } from "cmdk";
import { cn } from "@/components/ui/cn";
import { Icon, type IconName } from "@/components/ui/icon";

export const groupLooks =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs";
export const itemLooks =
  "flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 text-sm aria-selected:bg-accent aria-selected:text-accent-foreground touch:min-h-11";

type Props = {
  id: string;
  label: string;
  onSelect: () => void;
  icon?: IconName;
  code?: string | null;
  other?: string | null;
  detail?: string | null;
  past?: boolean;
};

/** One line: a sign or a number, the name, the name in the other script, what it is. On a phone the other name gives way. */
export function PaletteRow({ id, label, onSelect, icon, code, other, detail, past }: Props) {
  return (
    <Command.Item value={id} onSelect={onSelect} className={itemLooks}>
      {icon ? <Icon name={icon} className="size-4 shrink-0 text-muted-foreground" /> : null}
      {code ? <span className="tabular min-w-14 shrink-0 text-muted-foreground">{code}</span> : null}
      <span className="flex min-w-0 flex-1 items-baseline gap-x-3">
        <span className={cn("truncate", past ? "text-muted-foreground" : null)}>{label}</span>
        {other ? (
          <span
            className="min-w-0 truncate text-muted-foreground max-sm:hidden"
            lang={other < "\u0250" ? "en" : "km"}
          >
            {other}
          </span>
        ) : null}
      </span>
      {detail ? (
        <span className="max-w-[40%] shrink-0 truncate text-muted-foreground text-xs">{detail}</span>
      ) : null}
    </Command.Item>
  );
}
