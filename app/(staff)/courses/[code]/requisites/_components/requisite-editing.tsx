"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { EditedGroup } from "./to-groups";

const RequisiteEditor = dynamic(() => import("./requisite-editor").then((module) => module.RequisiteEditor), {
  ssr: false,
});

export type EditorProps = {
  code: string;
  /** The state that is edited; saving on another one is refused. */
  seen: string;
  today: string;
  groups: EditedGroup[];
  letters: readonly string[];
};

/** Shows what a course asks for; its editor takes the place when somebody begins to change it. */
export function RequisiteEditing({
  editable,
  children,
  ...editor
}: EditorProps & { editable: boolean; children: ReactNode }) {
  const t = useTranslations("courses.requisites");
  const [editing, setEditing] = useState(false);
  if (editing) return <RequisiteEditor {...editor} onClose={() => setEditing(false)} />;
  return (
    <>
      {children}
      {editable && (
        <div className="mt-3" data-print="hide">
          <Button variant="outline" onClick={() => setEditing(true)}>
            <Icon name="pencil" />
            {t("edit")}
          </Button>
        </div>
      )}
    </>
  );
}
