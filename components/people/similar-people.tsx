"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { WhyPopover } from "@/components/feedback/why-popover";
import { fieldId, useFormState } from "@/components/forms/form-context";
import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import type { ToldMatch } from "@/lib/people/duplicates/tell";
import { useSimilar } from "./use-similar";

const Similar = createContext<ToldMatch[]>([]);

/** Looks for similar people while the fields inside are filled in. */
export function SimilarPeople({ children }: { children: ReactNode }) {
  return <Similar value={useSimilar()}>{children}</Similar>;
}

function Who({ match }: { match: ToldMatch }) {
  const t = useTranslations("people.new");
  const { number, name, khmerName, programme, percent, why } = match;
  const text = (
    <>
      {number ? <span className="tabular">{number}</span> : null} {name}{" "}
      {khmerName ? <span lang="km">{khmerName}</span> : null}
    </>
  );
  return (
    <>
      {number ? (
        <a href={`/students/${number}`} target="_blank" rel="noreferrer" className="link">
          {text}
        </a>
      ) : (
        <span className="font-medium">{text}</span>
      )}{" "}
      <span className="text-muted-foreground">
        {[programme, t("similarPercent", { percent })].filter(Boolean).join(" · ")}
      </span>{" "}
      <WhyPopover why={why} label={name} />
    </>
  );
}

/** Students who have the typed name already, or something else of the person, so that nobody is created twice. */
export function SimilarHints() {
  const t = useTranslations("people.new");
  const matches = use(Similar);
  if (matches.length === 0) return null;
  return (
    <Alert variant="warning" title={t("similarTitle")}>
      <p>{t("similarText")}</p>
      <ul className="mt-1 space-y-1">
        {matches.map((match) => (
          <li key={match.personId}>
            <Who match={match} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** For each candidate the explicit "not the same", which is kept with the new record. */
export function NotSame() {
  const t = useTranslations("people.new");
  const { id } = useFormState();
  const { setValue } = useFormContext();
  const chosen = (useWatch({ name: "notSame" }) ?? []) as number[];
  const candidates = use(Similar).filter((match) => match.isCandidate);
  if (candidates.length === 0) return null;
  const toggle = (personId: number, on: boolean) =>
    setValue("notSame", on ? [...chosen, personId] : chosen.filter((each) => each !== personId), {
      shouldDirty: true,
    });
  return (
    <fieldset className="rounded-md border border-warning/30 bg-warning-subtle px-3.5 py-3 text-sm">
      <legend className="sr-only">{t("notSameTitle")}</legend>
      <p className="font-semibold" aria-hidden>
        {t("notSameTitle")}
      </p>
      <p className="mb-1">{t("notSameText")}</p>
      {candidates.map((match) => {
        const control = fieldId(id, `not-same-${match.personId}`);
        return (
          <label
            key={match.personId}
            htmlFor={control}
            className="flex min-h-8 cursor-pointer items-center gap-2.5"
          >
            <Checkbox
              id={control}
              checked={chosen.includes(match.personId)}
              onChange={(event) => toggle(match.personId, event.target.checked)}
            />
            <span>
              {t("notSame", { who: `${match.number ?? ""} ${match.name}`.trim(), percent: match.percent })}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
