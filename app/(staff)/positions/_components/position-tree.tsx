import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ColleagueName } from "@/components/positions/colleague-name";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { PositionNode } from "@/lib/organization/rules";
import type { PositionRow } from "@/lib/organization/schemas";
import type { PositionAssignmentRow } from "@/lib/people/positions/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = {
  nodes: readonly PositionNode<PositionRow>[];
  /** Who holds any position today. */
  holders: readonly PositionAssignmentRow[];
  /** Names lead to records. */
  linked: boolean;
  /** Positions no longer in use: nobody is missing in them. */
  closed?: boolean;
};

/** By depth; deeper levels are not set in further, a phone shows them below each other all the same. */
const SET_IN = [
  "",
  "ps-[clamp(0.5rem,1.6vw,1.25rem)]",
  "ps-[calc(2*clamp(0.5rem,1.6vw,1.25rem))]",
  "ps-[calc(3*clamp(0.5rem,1.6vw,1.25rem))]",
  "ps-[calc(4*clamp(0.5rem,1.6vw,1.25rem))]",
  "ps-[calc(5*clamp(0.5rem,1.6vw,1.25rem))]",
] as const;

/** Positions below the one they report to, each with who holds it and to whom its authority is handed. */
export async function PositionTree({ nodes, holders, linked, closed }: Props) {
  const [t, format] = await Promise.all([getTranslations("positions"), getFormat()]);
  const byPosition = Map.groupBy(holders, ({ positionId }) => positionId);
  return (
    <ul className="divide-y">
      {nodes.map(({ position, depth }) => {
        const held = byPosition.get(position.id) ?? [];
        const { department } = position;
        return (
          <li
            key={position.id}
            className="grid gap-x-4 gap-y-1 px-4 py-cell text-sm hover:bg-accent/50 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_7.5rem] md:items-center"
          >
            <div className={`flex min-w-0 items-start gap-1.5 ${SET_IN[depth] ?? SET_IN.at(-1)}`}>
              {depth > 0 && (
                <span aria-hidden className="-ml-1 select-none text-muted-foreground">
                  └
                </span>
              )}
              <div className="min-w-0">
                <Link
                  href={`/positions/${position.id}`}
                  prefetch={false}
                  className="font-medium hover:underline"
                >
                  {format.words({ en: position.title, km: position.titleKm })}
                </Link>
                <p className="text-muted-foreground text-xs">
                  {department
                    ? format.words({ en: department.name, km: department.nameKm })
                    : t("institutional")}
                </p>
              </div>
            </div>
            <ul className="min-w-0 max-md:pl-6">
              {held.length === 0 && !closed && <li className="text-muted-foreground">{t("vacant")}</li>}
              {held.map((row) => (
                <li key={row.id} className="flex flex-wrap items-center gap-x-2">
                  <ColleagueName colleague={row.holder} linked={linked} />
                  {row.isActing && <Badge variant="warning">{t("acting")}</Badge>}
                  {row.delegation === "current" && row.delegate && row.delegatedTo && (
                    <span className="flex items-center gap-1 text-warning text-xs">
                      <Icon name="arrow-right" className="size-3" />
                      {t("handedTo", {
                        name: format.name(row.delegate),
                        date: format.date(row.delegatedTo),
                      })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            <span className="max-md:pl-6">
              <Badge variant={position.authorityLevel <= 2 ? "info" : "outline"}>
                {t("level", { level: position.authorityLevel })}
              </Badge>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
