"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { ClassPlan } from "@/lib/classes/editing/plan";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { PlanState } from "./use-plan";

/** The parts that the class will get and the classes that it will join, before it is made; or what stands in the way. */
export function PlanView({
  found,
  section,
  combine,
}: {
  found: PlanState;
  section: string;
  combine: boolean;
}) {
  const t = useTranslations("classEdit.plan");
  const { plan } = found;
  return (
    <section aria-label={t("title")} aria-live="polite" className="rounded-lg border bg-card p-4 text-sm">
      <h2 className="mb-2 font-semibold">{t("title")}</h2>
      {plan === null ? (
        <p className="text-muted-foreground">{t(found.kind === "failed" ? "failed" : "choose")}</p>
      ) : plan.state === "ready" ? (
        <>
          <Sessions sessions={plan.sessions} />
          {plan.combined && combine && <Joins combined={plan.combined} section={section || plan.section} />}
        </>
      ) : (
        <Alert
          variant="warning"
          action={
            plan.state === "no_template" && (
              <Link href="/part-templates" prefetch={false} className="link">
                {t("templates")}
              </Link>
            )
          }
        >
          {t(plan.state)}
        </Alert>
      )}
    </section>
  );
}

function Sessions({ sessions }: Pick<ClassPlan, "sessions">) {
  const t = useTranslations("classEdit.plan");
  const format = useFormat();
  const percent = (weight: string) => format.percent(Number(weight) * 100);
  return (
    <div className="flex flex-col gap-3">
      {sessions.map(({ number, weight, parts }) => (
        <div key={number}>
          {sessions.length > 1 && (
            <p className="text-muted-foreground text-xs">
              {t("session", { number, weight: percent(weight) })}
            </p>
          )}
          <ul className="divide-y">
            {parts.map((part) => (
              <li key={part.name.en} className="flex justify-between gap-4 py-1">
                <span>{format.words(part.name)}</span>
                <span className="tabular text-muted-foreground">{percent(part.weight)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Joins({
  combined,
  section,
}: {
  combined: NonNullable<ClassPlan["combined"]>;
  section: string | null;
}) {
  const t = useTranslations("classEdit.plan");
  const there = combined.members.filter((each) => each.section === section);
  return (
    <p className="mt-3 border-t pt-3">
      {there.length > 0
        ? t("joins", { classes: there.map((each) => `${each.code} ${each.section}`).join(", ") })
        : t("begins", { name: combined.name })}
    </p>
  );
}
