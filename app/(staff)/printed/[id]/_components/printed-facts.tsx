import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Printed } from "@/lib/people/print/queries";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The finished file: what is in it, until when it is kept, the button that brings it. */
export async function PrintedFacts({ printed }: { printed: Printed }) {
  const { job, result, file, keptUntil, own } = printed;
  if (!result) return null;
  const [t, format] = await Promise.all([getTranslations("documents.printed"), getFormat()]);
  if (!file) {
    return (
      <Alert variant="info" className="max-w-2xl">
        {t(own ? "gone" : "foreign")}
      </Alert>
    );
  }
  return (
    <section className="grid max-w-2xl gap-stack" aria-labelledby="printed-ready">
      <h2 id="printed-ready" className="font-semibold text-base">
        {t("ready")}
      </h2>
      <Facts>
        <Fact label={t("people")} value={format.number(result.people)} />
        <Fact label={t("pages")} value={format.number(result.pages)} />
        {job.finishedAt ? <Fact label={t("made")} value={format.dateTime(job.finishedAt)} /> : null}
      </Facts>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {/* Not a page: the browser must fetch it as a file. */}
        <a href={`/api/files/${file.id}`} download className={buttonVariants()}>
          <Icon name="download" />
          {t("download")}
        </a>
        <p className="text-muted-foreground text-sm">
          {keptUntil ? `${t("kept")} ${format.dateTime(keptUntil)}. ` : null}
          {t("keptNote")}
        </p>
      </div>
    </section>
  );
}
