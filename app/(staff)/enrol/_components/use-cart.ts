"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { toast } from "@/components/ui/toast-store";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { dropEnrolment, enrolStudent } from "@/lib/registration/actions";
import type { DeskClass, DeskEnrolment, DeskStudent } from "@/lib/registration/schemas";
import { signal } from "./signal";

/** Seconds in which what was done at the desk can be taken back with one key. */
const UNDO_MS = 10_000;

type Options = { student: DeskStudent | null; mayDrop: boolean; onChanged: () => Promise<void> | void };

/** What the desk does: enrol, enrol in spite of a rule, drop; each says what became of it and can be undone for seconds. */
export function useCart({ student, mayDrop, onChanged }: Options) {
  const t = useTranslations("enrol");
  const format = useFormat();
  const [pendingClass, setPendingClass] = useState<number | null>(null);
  const enrolAction = useAction(enrolStudent);
  const dropAction = useAction(dropEnrolment);
  const runEnrol = enrolAction.run;
  const runDrop = dropAction.run;

  const takeBack = useCallback(
    async (person: DeskStudent, undo: () => Promise<boolean>) => {
      if (await undo()) {
        toast.success(t("done.undone", { name: format.name(person) }));
        signal("done");
      }
      await onChanged();
    },
    [t, format, onChanged],
  );

  const enrol = useCallback(
    async (
      wanted: Pick<DeskClass, "id" | "code" | "section" | "override">,
      reason?: string,
    ): Promise<boolean> => {
      if (!student) return false;
      const name = `${wanted.code} ${wanted.section}`;
      setPendingClass(wanted.id);
      const override = reason && wanted.override ? { rules: wanted.override, reason } : undefined;
      const result = await runEnrol({
        studentId: student.id,
        items: [{ classId: wanted.id, ...(override ? { override } : {}) }],
      });
      setPendingClass(null);
      const item = result?.ok ? result.data.items[0] : undefined;
      const done = item?.outcome === "enrolled" || item?.outcome === "accepted";
      if (done) {
        signal("done");
        toast.success(t("done.enrolled", { name: format.name(student), class: name }), {
          duration: UNDO_MS,
          ...(mayDrop
            ? {
                action: {
                  label: t("done.undo"),
                  onClick: () =>
                    void takeBack(student, async () => {
                      const back = await runDrop({
                        studentId: student.id,
                        classId: wanted.id,
                        reason: storedReason("undone_at_desk"),
                      });
                      return back?.ok ?? false;
                    }),
                },
              }
            : {}),
        });
      } else if (item) {
        signal("refused");
        toast.error(t("done.refused", { class: name }), { description: item.why?.reasons[0]?.text });
      }
      await onChanged();
      return done;
    },
    [student, mayDrop, runEnrol, runDrop, takeBack, t, format, onChanged],
  );

  const drop = useCallback(
    async (enrolment: DeskEnrolment, reason: string): Promise<boolean> => {
      if (!student) return false;
      const result = await runDrop({ studentId: student.id, classId: enrolment.classId, reason });
      if (result?.ok) {
        signal("done");
        const name = `${enrolment.code} ${enrolment.section}`;
        toast.success(t("done.dropped", { name: format.name(student), class: name }), {
          duration: UNDO_MS,
          action: {
            label: t("done.undo"),
            onClick: () =>
              void takeBack(student, async () => {
                const back = await runEnrol({
                  studentId: student.id,
                  items: [{ classId: enrolment.classId }],
                });
                const item = back?.ok ? back.data.items[0] : undefined;
                if (item?.outcome === "enrolled") return true;
                if (item)
                  toast.error(t("done.refused", { class: name }), {
                    description: item.why?.reasons[0]?.text,
                  });
                return false;
              }),
          },
        });
      }
      await onChanged();
      return result?.ok ?? false;
    },
    [student, runEnrol, runDrop, takeBack, t, format, onChanged],
  );

  return { enrol, drop, pendingClass, dropping: dropAction.pending, enrolling: enrolAction.pending };
}
