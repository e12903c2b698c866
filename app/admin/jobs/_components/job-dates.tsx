import { getTranslations } from "next-intl/server";
import { Button, buttonVariants } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { listHref, type UrlParams } from "@/lib/platform/url/href";

/** From which day to which; a plain form, so that the address holds it. */
export async function JobDates({ params }: { params: UrlParams }) {
  const t = await getTranslations("jobs.dates");
  const kept = Object.entries(params).filter(([key]) => !["from", "to", "page"].includes(key));
  return (
    <form action="/admin/jobs" className="flex flex-wrap items-center gap-2 text-sm">
      {kept.map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label htmlFor="jobs-from" className="text-muted-foreground">
        {t("from")}
      </label>
      <Input id="jobs-from" type="date" name="from" defaultValue={params.from} className="w-auto" />
      <label htmlFor="jobs-to" className="text-muted-foreground">
        {t("to")}
      </label>
      <Input id="jobs-to" type="date" name="to" defaultValue={params.to} className="w-auto" />
      <Button type="submit" variant="outline">
        {t("show")}
      </Button>
      {params.from || params.to ? (
        <a
          href={listHref("/admin/jobs", params, { from: null, to: null })}
          className={buttonVariants({ variant: "ghost" })}
        >
          {t("clear")}
        </a>
      ) : null}
    </form>
  );
}
