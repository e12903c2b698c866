import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import { Icon } from "@/components/ui/icon";
import type { ApprovalLine } from "@/lib/approvals/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { lines: readonly (ApprovalLine & { what: string })[]; total: number; className?: string };

/** What waits for the person's decision, on their home; nothing at all when nothing waits. */
export async function WaitingSection({ lines, total, className }: Props) {
  if (lines.length === 0) return null;
  const [t, format] = await Promise.all([getTranslations("approvals"), getFormat()]);
  return (
    <Section
      framed
      className={className}
      title={t("waiting.title")}
      detail={format.number(total)}
      actions={
        <Link href="/approvals" prefetch={false} className="link">
          {t("open")}
        </Link>
      }
    >
      <ItemList>
        {lines.map((line) => (
          <ListItem
            key={line.id}
            href={`/approvals/${line.id}`}
            lead={<Icon name="inbox" className="size-5 shrink-0 text-muted-foreground" />}
            title={`${line.what} · ${line.subjectLabel}`}
            detail={t("waiting.asked", { name: line.maker.name, date: format.date(line.expiresAt) })}
          />
        ))}
      </ItemList>
    </Section>
  );
}
