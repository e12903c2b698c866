"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { rereadImport } from "@/lib/operations/import-actions";
import type { Delimiter, Encoding, TableSource } from "@/lib/platform/spreadsheet/table";
import type { SourceTexts } from "./source-texts";

/** `source` is how the file was read; null when it could not be. */
type Props = { id: number; version: number; source: TableSource | null; texts: SourceTexts };
type Choice = { name: string; label: string; value: string; options: { value: string; label: string }[] };

function choicesOf(source: TableSource | null, texts: SourceTexts): Choice[] {
  if (source?.format === "xlsx") {
    const options = source.sheets.map((sheet) => ({ value: sheet, label: sheet }));
    return [{ name: "sheet", label: texts.sheet, value: source.sheet, options }];
  }
  return [
    { name: "encoding", label: texts.encoding, value: source?.encoding ?? "utf-8", options: texts.encodings },
    { name: "delimiter", label: texts.delimiter, value: source?.delimiter ?? ",", options: texts.delimiters },
  ];
}

/** How the file is read, and the way to have it read again. */
export function SourceForm({ id, version, source, texts }: Props) {
  const router = useRouter();
  const base = useId();
  const { run, pending } = useAction(rereadImport, { onSuccess: () => router.refresh() });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => data.get(name)?.toString() || undefined;
    void run({
      id,
      version,
      sheet: text("sheet"),
      encoding: text("encoding") as Encoding | undefined,
      delimiter: text("delimiter") as Delimiter | undefined,
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      {choicesOf(source, texts).map((choice) => (
        <div key={choice.name} className="grid min-w-44 gap-1.5">
          <label htmlFor={`${base}${choice.name}`} className="font-medium text-sm">
            {choice.label}
          </label>
          <Select id={`${base}${choice.name}`} name={choice.name} defaultValue={choice.value}>
            {choice.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        </div>
      ))}
      <Button type="submit" variant="outline" pending={pending}>
        {texts.reread}
      </Button>
    </form>
  );
}
