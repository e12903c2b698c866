"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { Icon } from "@/components/ui/icon";
import type { AffectedByCourse } from "@/lib/curriculum/courses/schemas";

/** Asks who and what a change of a course from a day on touches; the last answer stays while a new one is on its way. */
function useAffected(code: string, from: string): { affected: AffectedByCourse | null; failed: boolean } {
  const [affected, setAffected] = useState<AffectedByCourse | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const query = /^\d{4}-\d{2}-\d{2}$/.test(from) ? `?${new URLSearchParams({ from })}` : "";
    fetch(`/api/v1/curriculum/courses/${encodeURIComponent(code)}/affected${query}`, { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        setAffected((await response.json()) as AffectedByCourse);
        setFailed(false);
      })
      .catch(() => !abort.signal.aborted && setFailed(true));
    return () => abort.abort();
  }, [code, from]);
  return { affected, failed };
}

/** The panel for a day that is chosen outside of a form. */
export function AffectedOn({ code, from }: { code: string; from: string }) {
  const t = useTranslations("courses.effect");
  const { affected, failed } = useAffected(code, from);
  const few = (codes: readonly string[]) =>
    codes.length > 6 ? `${codes.slice(0, 6).join(", ")} …` : codes.join(", ");
  return (
    <section
      aria-label={t("title")}
      className="rounded-md border bg-muted px-3.5 py-3 text-sm"
      aria-live="polite"
    >
      <p className="font-medium">{t("title")}</p>
      {failed ? <p className="text-muted-foreground">{t("failed")}</p> : null}
      {affected === null ? (
        failed ? null : (
          <p className="text-muted-foreground">{t("asking")}</p>
        )
      ) : (
        <ul className="mt-1 flex flex-col gap-1 text-muted-foreground">
          {affected.students && (
            <li>
              {t("sits", { count: affected.students.sits })} {t("needs", { count: affected.students.needs })}
            </li>
          )}
          {affected.classes && (
            <li>
              {t("classes", { count: affected.classes.length })}
              {affected.classes.length > 0 ? `: ${few(affected.classes)}` : ""}
            </li>
          )}
          <li>
            {t("programmes", { count: affected.programmes.length })}
            {affected.programmes.length > 0 ? `: ${few(affected.programmes)}` : ""}
          </li>
          <li>
            {t("unlocks", { count: affected.unlocks.length })}
            {affected.unlocks.length > 0 ? `: ${few(affected.unlocks)}` : ""}
          </li>
        </ul>
      )}
      <a
        href={`/courses/${code}/affected`}
        target="_blank"
        rel="noreferrer"
        className="link mt-1.5 inline-flex min-h-6 items-center gap-1"
      >
        {t("all")}
        <Icon name="external-link" className="size-3.5" />
      </a>
    </section>
  );
}

/** Who and what a change touches, for the day in a field of the form around it. Needs the messages "courses.effect". */
export function AffectedPanel({ code, fromField }: { code: string; fromField: string }) {
  return <AffectedOn code={code} from={String(useWatch({ name: fromField }) ?? "")} />;
}
