"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { courseTitle, timesText } from "@/components/classes/times-text";
import { WhyPopover } from "@/components/feedback/why-popover";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { DeskClass } from "@/lib/registration/schemas";

type Props = {
  wanted: DeskClass;
  enrolled: boolean;
  pending: boolean;
  mayOverride: boolean;
  onEnrol: (wanted: DeskClass) => void;
  onOverride: (wanted: DeskClass) => void;
};

/** A class with its verdict; the button is the row's place in the order of the arrow keys. */
export const ClassRow = memo(function ClassRow(props: Props) {
  const { wanted, enrolled, pending, mayOverride, onEnrol, onOverride } = props;
  const t = useTranslations("enrol");
  const words = useTranslations("classes");
  const status = useTranslations("registration.status");
  const format = useFormat();
  const name = `${wanted.code} ${wanted.section}`;
  const refused = wanted.verdict === "refuse" && !enrolled;
  const where = [timesText(wanted.times, format).join("; ") || words("noTimes"), ...wanted.rooms];
  return (
    <li
      data-class={wanted.id}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-2.5 text-sm focus-within:bg-accent/50"
    >
      <div className={cn("min-w-0", refused && "text-muted-foreground")}>
        <p>
          <span className="whitespace-nowrap font-medium text-foreground">{name}</span>
          <span className="ml-2">{courseTitle(wanted, format)}</span>
          {wanted.fits ? null : (
            <Badge variant="outline" className="ml-2">
              {t("classes.outside")}
            </Badge>
          )}
        </p>
        <p className="text-muted-foreground">
          {[wanted.termCode, ...where, ...wanted.teachers.map((teacher) => format.name(teacher))].join(" · ")}
        </p>
        {wanted.why && !enrolled ? (
          <div data-why={wanted.verdict} className={cn("mt-0.5", refused ? "text-danger" : "text-warning")}>
            <span className="sr-only">{t(`verdict.${wanted.verdict}`)}: </span>
            {wanted.why.reasons[0]?.text} <WhyPopover why={wanted.why} label={name} />
          </div>
        ) : null}
      </div>
      <div className="flex flex-col items-end gap-1.5">
        {enrolled ? (
          <Badge variant="success">{status("ENROLLED")}</Badge>
        ) : refused ? (
          mayOverride && wanted.override ? (
            <Button
              data-enrol
              variant="outline"
              size="sm"
              aria-label={t("classes.overrideFor", { class: name })}
              onClick={() => onOverride(wanted)}
            >
              {t("classes.override")}
            </Button>
          ) : (
            <Badge variant="danger">{t("verdict.refuse")}</Badge>
          )
        ) : (
          <Button
            data-enrol
            size="sm"
            variant={wanted.verdict === "warn" ? "secondary" : "default"}
            pending={pending}
            aria-label={t("classes.enrolIn", { class: name })}
            onClick={() => onEnrol(wanted)}
          >
            {t("classes.enrol")}
          </Button>
        )}
        <p className={cn("tabular text-xs", wanted.left === 0 ? "text-danger" : "text-muted-foreground")}>
          {wanted.left > 0 ? words("seats.left", { left: wanted.left }) : words("seats.full")}
        </p>
      </div>
    </li>
  );
});
