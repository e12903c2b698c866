"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { isTyping } from "@/components/data-table/keys";
import { StateView } from "@/components/feedback/state-view";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { Desk, DeskClass, DeskEnrolment } from "@/lib/registration/schemas";
import { ClassChoice } from "./class-choice";
import { CurrentClasses } from "./current-classes";
import { StudentPanel } from "./student-panel";
import { StudentSearch } from "./student-search";
import { useCart } from "./use-cart";
import { useDesk } from "./use-desk";

// Rare dialogs: their code is fetched when somebody needs them.
const OverrideDialog = dynamic(() => import("./override-dialog").then((module) => module.OverrideDialog));
const DropDialog = dynamic(() => import("./drop-dialog").then((module) => module.DropDialog));

type Props = {
  initial: Desk | null;
  rights: { drop: boolean; override: boolean; record: boolean };
  icons: { search: ReactNode; small: ReactNode };
};

/**
 * Quick enrolment (experience.md 2 Desk): the student at the top, then the situation beside the classes. `/` goes to
 * the classes, Escape back to the next student.
 */
export function EnrolDesk({ initial, rights, icons }: Props) {
  const t = useTranslations("enrol");
  const format = useFormat();
  const state = useDesk(initial);
  const { desk, asked, loading, failed } = state;
  const student = desk?.student ?? null;
  const cart = useCart({ student, mayDrop: rights.drop, onChanged: state.reload });
  const [overriding, setOverriding] = useState<DeskClass | null>(null);
  const [dropping, setDropping] = useState<DeskEnrolment | null>(null);
  const studentSearch = useRef<HTMLInputElement>(null);
  const classSearch = useRef<HTMLInputElement>(null);
  const shown = student?.number;

  // A new student at the desk: the next thing is the class.
  useEffect(() => {
    if (shown) classSearch.current?.focus();
  }, [shown]);

  const { close } = state;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
      if (event.key === "/" && !isTyping(event.target) && classSearch.current) {
        event.preventDefault();
        event.stopPropagation();
        classSearch.current.focus();
        classSearch.current.select();
      } else if (event.key === "Escape" && document.activeElement !== studentSearch.current) {
        if (document.querySelector("[popover]:popover-open")) return;
        close();
        studentSearch.current?.focus();
      }
    }
    // Before the shell's own `/`, which goes to the search of all people.
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [close]);

  // The button is gone with the enrolment; the next likely thing is another class.
  async function enrolNow(wanted: DeskClass) {
    if (await cart.enrol(wanted)) classSearch.current?.focus();
  }

  return (
    <>
      <StudentSearch
        inputRef={studentSearch}
        icon={icons.search}
        onPick={(number) => void state.open(number)}
      />
      {desk === null ? (
        <StateView icon="user-plus" title={failed ? t("classes.failed") : t("start.title")} className="py-16">
          {loading ? t("classes.loading") : t("start.text")}
        </StateView>
      ) : (
        <div className="mt-5 grid items-start gap-4 xl:grid-cols-[24rem_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <StudentPanel desk={desk} maySeeRecord={rights.record} />
            <CurrentClasses enrolments={desk.enrolments} mayDrop={rights.drop} onDrop={setDropping} />
          </div>
          <ClassChoice
            desk={desk}
            asked={asked}
            loading={loading}
            failed={failed}
            pendingClass={cart.pendingClass}
            mayOverride={rights.override}
            searchRef={classSearch}
            icon={icons.small}
            onNarrow={state.narrow}
            onEnrol={enrolNow}
            onOverride={setOverriding}
          />
        </div>
      )}
      {overriding && student ? (
        <OverrideDialog
          wanted={overriding}
          name={format.name(student)}
          pending={cart.enrolling}
          onClose={() => setOverriding(null)}
          onSubmit={async (reason) => {
            if (!(await cart.enrol(overriding, reason))) return;
            setOverriding(null);
            classSearch.current?.focus();
          }}
        />
      ) : null}
      {dropping && student ? (
        <DropDialog
          enrolment={dropping}
          name={format.name(student)}
          pending={cart.dropping}
          onClose={() => setDropping(null)}
          onSubmit={async (reason) => {
            if (await cart.drop(dropping, reason)) setDropping(null);
          }}
        />
      ) : null}
    </>
  );
}
