import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { mayAssign } from "@/lib/people/positions/rules";
import type { PositionAssignmentRow } from "@/lib/people/positions/schemas";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { ColleagueName } from "./colleague-name";
import { AssignmentActions } from "./position-actions";

type Props = {
  actor: AccountActor;
  rows: readonly PositionAssignmentRow[];
  /** What a line is about: the holder on the page of a position, the position on the record of a person. */
  by: "holder" | "position";
  /** On a record: whose it is, so that what was handed on to them is told as such. */
  personId?: number;
};

/** Assignments with their days, what was handed on, and what can be done with each. */
export async function AssignmentList({ actor, rows, by, personId }: Props) {
  const [t, format] = await Promise.all([getTranslations("positions"), getFormat()]);
  const today = campusToday();
  const linked = can(actor, "people:read");
  return (
    <ul className="divide-y">
      {rows.map((row) => {
        const { holder, delegate, delegatedFrom, delegatedTo, delegation } = row;
        const live = row.state !== "past";
        const own = actor.personId !== null && holder.personId === actor.personId;
        const may = mayAssign(actor, row.authority);
        const handing = live && (own || may);
        const handed = delegation === "current" || delegation === "coming";
        const days = row.lastDay
          ? t("span", { from: format.date(row.validFrom), to: format.date(row.lastDay) })
          : t(row.state === "coming" ? "from" : "since", { date: format.date(row.validFrom) });
        const title = format.words({ en: row.title, km: row.titleKm });
        return (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                {by === "holder" ? (
                  <ColleagueName colleague={holder} linked={linked} />
                ) : (
                  <Link href={`/positions/${row.positionId}`} prefetch={false} className="link">
                    {title}
                  </Link>
                )}
                {by === "position" && (
                  <Badge variant="outline">{t("level", { level: row.authority.authorityLevel })}</Badge>
                )}
                {row.isActing && <Badge variant="warning">{t("acting")}</Badge>}
                {row.isPrimary && live && by === "position" && personId === holder.personId && (
                  <Badge>{t("main")}</Badge>
                )}
                {row.state !== "current" && <Badge variant="outline">{t(`states.${row.state}`)}</Badge>}
              </p>
              <p className="text-muted-foreground">
                {by === "position" &&
                  (row.department
                    ? format.words({ en: row.department.name, km: row.department.nameKm })
                    : t("institutional"))}
                {by === "position" && " · "}
                {days}
                {by === "position" && personId !== undefined && personId !== holder.personId && (
                  <> · {t("handedFrom", { name: format.name(holder) })}</>
                )}
              </p>
              {delegate && delegation && delegatedFrom && delegatedTo && delegatedTo >= delegatedFrom && (
                <p className={delegation === "current" ? "text-warning" : "text-muted-foreground"}>
                  {t(`delegation.${delegation}`, {
                    name: format.name(delegate),
                    from: format.date(delegatedFrom),
                    to: format.date(delegatedTo),
                  })}
                </p>
              )}
            </div>
            {handing && (
              <AssignmentActions
                assignment={{
                  id: row.id,
                  version: row.version,
                  position: title,
                  holder: format.name(holder),
                  delegate: delegate && format.name(delegate),
                  validFrom: row.validFrom,
                  lastDay: row.lastDay,
                  today,
                }}
                can={{ end: may, delegate: !handed, takeBack: handed }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
