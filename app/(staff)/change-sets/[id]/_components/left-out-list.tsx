import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { bulkSummary } from "@/lib/people/bulk/left-out";
import { listSubjectLabels } from "@/lib/people/queries/subjects";
import { STUDENT_STATUSES } from "@/lib/people/rules";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Whom a change of many people leaves out, each with the reason; nothing for other kinds. */
export async function LeftOutList({ actor, set }: { actor: AccountActor; set: ChangeSetDto }) {
  const summary = bulkSummary.safeParse((set.outcome ?? set.preview)?.summary);
  if (!summary.success) return null;
  const { chosen, changed, left, people } = summary.data;
  const count = left.reduce((sum, each) => sum + each.people, 0);
  const [t, statuses, format, labels] = await Promise.all([
    getTranslations("lists.bulk"),
    getTranslations("people.status"),
    getFormat(),
    listSubjectLabels(
      actor,
      people.map((person) => person.id),
    ),
  ]);
  const statusText = (code: string | undefined) => {
    const status = STUDENT_STATUSES.find((each) => each === code);
    return status ? statuses(status) : "";
  };
  return (
    <Section
      title={t("result.title")}
      detail={count > 0 ? format.number(count) : undefined}
      className="max-w-4xl"
    >
      <p className="mb-2 max-w-prose text-muted-foreground text-sm">
        {t("result.changed", { changed, left: count, chosen })}
        {count === 0 ? ` ${t("result.none")}` : ""}
      </p>
      {people.length > 0 ? (
        <ul className="divide-y rounded-lg border bg-card text-sm">
          {people.map(({ id, reason, from }) => {
            const label = labels.get(id);
            return (
              <li key={id} className="grid gap-x-6 px-4 py-cell sm:grid-cols-2">
                <span className="tabular font-medium">
                  {label?.number ? (
                    <a href={`/students/${label.number}`} className="link">
                      {[label.number, label.name].filter(Boolean).join(" ")}
                    </a>
                  ) : (
                    (label?.name ?? format.number(id))
                  )}
                </span>
                <span className="text-muted-foreground">
                  {t(`left.${reason}`, { from: statusText(from) })}
                </span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {count > people.length ? (
        <p className="mt-2 text-muted-foreground text-sm">
          {t("result.more", { count: count - people.length })}
        </p>
      ) : null}
    </Section>
  );
}
