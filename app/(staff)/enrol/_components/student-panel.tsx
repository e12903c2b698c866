"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { Desk } from "@/lib/registration/schemas";

type Status =
  | "ACTIVE"
  | "INACTIVE"
  | "GRADUATED"
  | "DROPPED"
  | "SUSPENDED"
  | "TRANSFERRED"
  | "FROZEN"
  | "UNKNOWN";

/** Who sits at the desk: name in both scripts, number, status, programme, GPA and what may be taken in a term. */
export function StudentPanel({ desk, maySeeRecord }: { desk: Desk; maySeeRecord: boolean }) {
  const t = useTranslations("enrol");
  const format = useFormat();
  const { student, gpa, limit } = desk;
  const active = student.status === "ACTIVE";
  const status = t(`status.${student.status as Status}`);
  const programme = (format.locale === "km" ? student.programmeNameKm : student.programmeName) ?? null;
  const other = format.otherName(student);
  return (
    <section aria-labelledby="desk-student" className="rounded-lg border bg-card p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h2 id="desk-student" className="font-semibold text-lg leading-snug">
            {format.name(student)}
          </h2>
          {other ? (
            <p lang={format.locale === "km" ? "en" : "km"} className="text-muted-foreground">
              {other}
            </p>
          ) : null}
        </div>
        <Badge variant={active ? "success" : "danger"}>{status}</Badge>
      </div>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        <Line label={t("search.label")}>
          <span className="tabular font-medium">{student.number}</span>
          {maySeeRecord ? (
            <Link href={`/students/${student.number}`} prefetch={false} className="link ml-3">
              {t("student.open")}
            </Link>
          ) : null}
        </Line>
        <Line label={t("student.programme")}>{programme ?? t("student.noProgramme")}</Line>
        <Line label={t("student.gpa")}>
          {gpa === null ? t("student.noGpa") : <span className="tabular">{format.number(gpa, 2)}</span>}
        </Line>
        <Line label={t("student.limit")}>
          {t("student.limitText", { courses: limit.courses, credits: limit.credits })}
        </Line>
      </dl>
      {active ? null : (
        <div role="alert" className="mt-3 rounded-md bg-danger-subtle px-3 py-2 text-sm">
          <p className="font-semibold text-danger">{t("student.notActive")}</p>
          <p>{t("student.notActiveText", { status, since: format.date(student.statusSince) })}</p>
        </div>
      )}
    </section>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
