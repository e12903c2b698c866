import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { applySummary } from "@/lib/classes/draft-timetable/schemas";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The deliveries of an applied draft that something stands in the way of since; nothing for other kinds. */
export async function ProposalReport({ set }: { set: ChangeSetDto }) {
  if (set.kind !== "classes.apply-proposal") return null;
  const parsed = applySummary.safeParse((set.outcome ?? set.preview)?.summary);
  if (!parsed.success || parsed.data.left.length === 0) return null;
  const { left, proposalId } = parsed.data;
  const [t, errors, format] = await Promise.all([
    getTranslations("draftTimetable.report"),
    getTranslations("errors"),
    getFormat(),
  ]);
  return (
    <Section title={t("title")} detail={format.number(left.length)} className="max-w-4xl">
      <p className="mb-2 max-w-prose text-muted-foreground text-sm">{t("text")}</p>
      <ul className="divide-y rounded-lg border bg-card text-sm">
        {left.map(({ deliveryId, label, code }) => (
          <li key={deliveryId} className="grid gap-x-6 px-4 py-cell sm:grid-cols-2">
            <a href={`/timetable/proposals/${proposalId}/${deliveryId}`} className="link font-medium">
              {label}
            </a>
            <span className="text-muted-foreground">{loose(errors)(code)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
