import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Icon } from "@/components/ui/icon";
import type { ToldChange } from "@/lib/approvals/tell";

/** What will be different: before and after, side by side at a desk, one over the other on a phone. */
export async function ChangeTable({ changes }: { changes: ToldChange[] }) {
  const t = await getTranslations("approvals.detail");
  if (changes.length === 0) return null;
  return (
    <Section title={t("changes")} framed>
      <ul className="divide-y">
        {changes.map(({ label, before, after }) => (
          <li key={label} className="grid gap-2 px-4 py-3">
            <p className="font-medium text-sm">{label}</p>
            <dl className="grid gap-3 text-sm sm:grid-cols-[1fr_auto_1fr] sm:items-start">
              <div>
                <dt className="text-muted-foreground text-xs">{t("before")}</dt>
                <dd className={before === null ? "text-muted-foreground" : undefined}>
                  {before ?? t("nothing")}
                </dd>
              </div>
              <Icon
                name="arrow-right"
                className="size-4 self-center text-muted-foreground max-sm:rotate-90"
              />
              <div>
                <dt className="text-muted-foreground text-xs">{t("after")}</dt>
                <dd className="font-medium">{after ?? t("nothing")}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}
