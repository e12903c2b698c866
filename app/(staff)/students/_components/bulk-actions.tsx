"use client";

import { DocumentActions } from "@/components/documents/document-actions";
import { BulkChangeButton } from "@/components/people/bulk-change-button";
import { ExportSelected } from "@/components/people/export-selected";
import type { BulkChange } from "@/lib/people/bulk/schemas";

/** `may`: what the person is allowed to do with a selection, found out on the server. */
type Props = { may: readonly (BulkChange | "export" | "cards" | "messages")[] };

/** What can be done with the selected students; each button reads `usePeopleSelection("students")`. */
export function BulkActions({ may }: Props) {
  return (
    <>
      {may.includes("status") && <BulkChangeButton list="students" change="status" />}
      {may.includes("studyTime") && <BulkChangeButton list="students" change="studyTime" />}
      {may.includes("transfer") && <BulkChangeButton list="students" change="transfer" />}
      <DocumentActions
        list="students"
        may={{ cards: may.includes("cards"), send: may.includes("messages") }}
      />
      {may.includes("export") && <ExportSelected list="students" />}
    </>
  );
}
