"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { useAction } from "@/components/forms/use-action";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { fillTestResets, removeTestReset } from "@/lib/classes/test-resets/actions";
import type { TestReset } from "@/lib/classes/test-resets/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";

const TestDialog = dynamic(() => import("./test-dialog").then((module) => module.TestDialog), { ssr: false });

export type TestClass = { id: number; label: string };
type Props = {
  term: { id: number; startDate: string; endDate: string };
  tests: TestReset[];
  /** The language classes of the term; null for who only reads. */
  classes: TestClass[] | null;
};

/** The days of tests after which absences are counted from zero. */
export function TestList({ term, tests, classes }: Props) {
  const t = useTranslations("terms.tests");
  const format = useFormat();
  const router = useRouter();
  const [edited, setEdited] = useState<TestReset | "new" | null>(null);
  const { run, pending } = useAction(fillTestResets, {
    onSuccess: ({ added }) => {
      toast.success(t("filled", { count: added }));
      router.refresh();
    },
  });
  return (
    <Section
      title={t("title")}
      framed
      actions={
        classes && (
          <Button variant="ghost" size="sm" onClick={() => setEdited("new")}>
            {t("add")}
          </Button>
        )
      }
    >
      {tests.length === 0 && (
        <div className="flex flex-wrap items-center gap-3 px-4 py-3 text-sm">
          <p className="text-muted-foreground">{t("none")}</p>
          {classes && (
            <Button variant="outline" size="sm" pending={pending} onClick={() => run({ termId: term.id })}>
              {t("fill")}
            </Button>
          )}
        </div>
      )}
      <ul className="divide-y">
        {tests.map((test) => (
          <li key={test.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
            <time dateTime={test.resetDate} className="tabular font-medium">
              {format.date(test.resetDate)}
            </time>
            <span>{t(`types.${test.testType}`)}</span>
            <span className="min-w-0 text-muted-foreground">
              {test.forAll
                ? t("forAll")
                : test.classes.map(({ code, section }) => `${code} ${section}`).join(", ")}
              {test.notes ? ` · ${test.notes}` : ""}
            </span>
            {classes && (
              <span className="ml-auto flex gap-1" data-print="hide">
                <Button
                  variant="ghost"
                  size="sm"
                  onClick={() => setEdited(test)}
                  aria-label={`${t("edit")} ${t(`types.${test.testType}`)}`}
                >
                  {t("edit")}
                </Button>
                <ConfirmButton
                  variant="ghost"
                  size="sm"
                  action={removeTestReset}
                  input={{ id: test.id, version: test.version }}
                  title={t("removeTitle", { name: t(`types.${test.testType}`) })}
                  what={t("removeWhat")}
                  confirmLabel={t("removeConfirm")}
                  doneText={t("removed")}
                  onDone={() => router.refresh()}
                  aria-label={`${t("remove")} ${t(`types.${test.testType}`)}`}
                  destructive
                >
                  {t("remove")}
                </ConfirmButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="border-t px-4 py-2.5 text-muted-foreground text-sm">{t("lead")}</p>
      {edited && classes && (
        <TestDialog
          term={term}
          test={edited === "new" ? null : edited}
          classes={classes}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}
