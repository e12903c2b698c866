"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { enrolMany } from "@/lib/registration/actions";
import { BULK_MAX, type BulkResult, type ToldBulkRow } from "@/lib/registration/schemas";
import { BulkResultList } from "./bulk-result-list";

type Props = { classId: number; name: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Pasted numbers in, one line per student out; what was refused stays to be mended and sent again. */
export function BulkEnrolDialog({ classId, name, open, onOpenChange }: Props) {
  const t = useTranslations("registration.bulk");
  const router = useRouter();
  const field = useId();
  const [numbers, setNumbers] = useState("");
  const [result, setResult] = useState<(BulkResult & { rows: ToldBulkRow[] }) | null>(null);
  const { run, pending, error } = useAction(enrolMany, {
    onSuccess: (data) => {
      setResult(data);
      setNumbers(
        data.rows
          .filter((row) => !["enrolled", "accepted", "already"].includes(row.outcome))
          .map((row) => row.typed)
          .join("\n"),
      );
      router.refresh();
    },
    onError: (told) => told.fields?.numbers !== undefined,
  });
  const count = numbers.split(/[\s,;]+/).filter(Boolean).length;
  const problem = error?.fields?.numbers?.[0];

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { class: name })}
      description={t("text")}
      className="w-[min(42rem,calc(100vw-2rem))]"
    >
      {result ? (
        <>
          <p className="font-medium" role="status">
            {t("result", { enrolled: result.enrolled, refused: result.refused })}
          </p>
          <BulkResultList rows={result.rows} />
          <DialogFooter>
            <Button variant="outline" onClick={() => setResult(null)}>
              {t("again")}
            </Button>
            <Button
              onClick={() => {
                setResult(null);
                onOpenChange(false);
              }}
            >
              {t("close")}
            </Button>
          </DialogFooter>
        </>
      ) : (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (count > 0) void run({ classId, numbers });
          }}
        >
          <div className="flex flex-col gap-1.5">
            <Label htmlFor={field}>{t("numbers")}</Label>
            <Textarea
              id={field}
              autoFocus
              rows={7}
              spellCheck={false}
              value={numbers}
              onChange={(event) => setNumbers(event.target.value)}
              aria-invalid={problem !== undefined || undefined}
              aria-describedby={`${field}help`}
              className="tabular"
            />
            <p
              id={`${field}help`}
              className={problem ? "text-danger text-sm" : "text-muted-foreground text-sm"}
            >
              {problem ?? `${t("help", { max: BULK_MAX })} ${count > 0 ? t("count", { count }) : ""}`}
            </p>
          </div>
          <DialogFooter>
            <Button variant="outline" onClick={() => onOpenChange(false)}>
              {t("close")}
            </Button>
            <Button type="submit" pending={pending} disabled={count === 0}>
              {t("submit")}
            </Button>
          </DialogFooter>
        </form>
      )}
    </Dialog>
  );
}
