import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import type { ImportState } from "@/lib/people/imports/queries";
import { SourceForm } from "./source-form";
import { sourceTexts } from "./source-texts";

/** The file could not be read: another file, or the same one read in another way. */
export async function UnreadableStep({ state }: { state: ImportState }) {
  const [t, texts] = await Promise.all([getTranslations("import"), sourceTexts()]);
  // Only where the cells could not be told apart does another way of reading help.
  const retry = state.job?.error?.code === "spreadsheet.quotation_not_closed";
  return (
    <div className="grid max-w-4xl gap-stack">
      <div>
        <Link href={state.definition.path} className={buttonVariants()}>
          {t("upload.again")}
        </Link>
      </div>
      {retry ? (
        <section className="rounded-lg border bg-card px-5 py-4">
          <h2 className="mb-3 font-semibold text-sm">{t("reading.anotherWay")}</h2>
          <SourceForm id={state.set.id} version={state.set.version} source={null} texts={texts} />
        </section>
      ) : null}
    </div>
  );
}
