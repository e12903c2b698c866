import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { StatusDot } from "@/components/ui/badge";
import type { AccountActor } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listWorkers } from "@/lib/platform/jobs/workers";

/** The processes that do the work, or a warning that none does. */
export async function WorkerList({ actor }: { actor: AccountActor }) {
  const [t, format, workers] = await Promise.all([
    getTranslations("jobs.workers"),
    getFormat(),
    listWorkers(actor),
  ]);
  const alive = workers.filter((worker) => worker.alive);
  if (alive.length === 0) return <Alert variant="warning">{t("none")}</Alert>;
  const now = new Date();
  return (
    <Section title={t("title")} framed>
      <ul className="divide-y text-sm">
        {alive.map((worker) => (
          <li key={worker.id} className="tabular flex flex-wrap gap-x-6 gap-y-1 px-4 py-cell">
            <StatusDot variant="success">{t("alive")}</StatusDot>
            <span className="font-medium">{worker.host}</span>
            <span className="text-muted-foreground">
              {t("heard")} {format.relative(worker.heardAt, now)}
            </span>
            <span className="text-muted-foreground">
              {t("since")} {format.dateTime(worker.startedAt)}
            </span>
            {worker.rssMb === null ? null : (
              <span className="text-muted-foreground">
                {t("memory")} {t("megabytes", { megabytes: format.number(worker.rssMb) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
