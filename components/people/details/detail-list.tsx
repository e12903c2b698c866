"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { type DetailWords, EditableList } from "@/components/people/editable-list";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { SaveAction } from "./detail-dialog";
import type { DetailRow, FieldSpec } from "./field-spec";

const DetailDialog = dynamic(() => import("./detail-dialog").then((module) => module.DetailDialog), {
  ssr: false,
});

type Owner = { personId: number };
type Key = Owner & { id: number; version: number };
type MarkAction = (input: Key & { verified: boolean }, meta?: ActionMeta) => Promise<ActionResult<unknown>>;

type Props = Owner & {
  words: DetailWords;
  rows: readonly DetailRow[];
  fields: readonly FieldSpec[];
  editable: boolean;
  save: SaveAction;
  remove(input: Key, meta?: ActionMeta): Promise<ActionResult<unknown>>;
  /** Sets and takes back the mark of an entry, such as "verified". */
  mark?: MarkAction;
};

/** A list of a person's details; what an entry says comes ready from the server, its form when it is asked for. */
export function DetailList({ words, personId, rows, fields, editable, save, remove, mark }: Props) {
  const t = loose(useTranslations(`personDetails.${words}`));
  return (
    <EditableList
      words={`personDetails.${words}`}
      owner={{ personId }}
      rows={[...rows]}
      editable={editable}
      nameOf={({ title }) => title}
      remove={remove}
      dialog={(row, onClose) => (
        <DetailDialog
          id={`${words}-${personId}-${row?.id ?? "new"}`}
          title={row ? t("edit") : t("add")}
          saveLabel={t("save")}
          savedText={t("saved")}
          action={save}
          fixed={{ personId, id: row?.id ?? null, version: row?.version ?? null }}
          fields={fields}
          row={row}
          onClose={onClose}
        />
      )}
    >
      {(row) => (
        <>
          <div className="min-w-0 flex-1 basis-56">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              <Title row={row} />
              {row.badges.map((badge) => (
                <Badge key={badge.text} variant={badge.tone}>
                  {badge.text}
                </Badge>
              ))}
            </p>
            {row.lines.map((line) => (
              <p key={line} className="wrap-anywhere text-muted-foreground text-sm">
                {line}
              </p>
            ))}
          </div>
          {mark && editable && <MarkButton row={row} personId={personId} action={mark} />}
        </>
      )}
    </EditableList>
  );
}

function Title({ row: { title, link } }: { row: DetailRow }) {
  if (!link) return <span className="wrap-anywhere">{title}</span>;
  if (!link.download) {
    return (
      <Link href={link.href} prefetch={false} className="wrap-anywhere underline">
        {title}
      </Link>
    );
  }
  return (
    <>
      <span className="wrap-anywhere">{title}</span>
      <a href={link.href} download className="font-normal text-sm underline" data-print="hide">
        {link.label}
      </a>
    </>
  );
}

function MarkButton({ row, personId, action }: Owner & { row: DetailRow; action: MarkAction }) {
  const t = useTranslations("personDetails.papers");
  const router = useRouter();
  const { run, pending } = useAction(action, {
    onSuccess() {
      toast.success(row.marked ? t("unmarked") : t("marked"));
      router.refresh();
    },
  });
  return (
    <Button
      variant="ghost"
      size="sm"
      className="ml-auto"
      pending={pending}
      data-print="hide"
      aria-label={`${row.marked ? t("unmark") : t("mark")} ${row.title}`}
      onClick={() => run({ personId, id: row.id, version: row.version, verified: !row.marked })}
    >
      {row.marked ? t("unmark") : t("mark")}
    </Button>
  );
}
