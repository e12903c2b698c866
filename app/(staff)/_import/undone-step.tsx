import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import type { ImportState } from "@/lib/people/imports/queries";

/** The import was taken back: what is as before, and what stayed. */
export async function UndoneStep({ state }: { state: ImportState }) {
  const t = await getTranslations("import");
  const undo = state.set.outcome?.undo;
  return (
    <div className="grid max-w-4xl gap-3">
      <Alert variant={undo?.left ? "warning" : "success"} title={t("undone.title")}>
        {undo ? <p>{t("undone.text", { undone: undo.undone })}</p> : null}
        {undo?.left ? <p>{t("undone.left", { left: undo.left })}</p> : null}
      </Alert>
      <div className="flex flex-wrap gap-2">
        <Link href={state.definition.path} className={buttonVariants()}>
          {t("done.another")}
        </Link>
        {undo?.left ? (
          <Link href={`/change-sets/${state.set.id}`} className={buttonVariants({ variant: "outline" })}>
            {t("undone.see")}
          </Link>
        ) : null}
      </div>
    </div>
  );
}
