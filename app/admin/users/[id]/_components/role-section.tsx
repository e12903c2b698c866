import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import type { AssignmentRow } from "@/lib/platform/access/schemas";
import type { AccountRecord } from "@/lib/platform/accounts/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { roleText, scopeText } from "../../../access/_components/assignment-table";

const TONES = { current: "success", coming: "info", past: "default" } as const;

/** The roles of all times, each leading to its grant. */
export async function RoleSection({ actor, account }: { actor: AccountActor; account: AccountRecord }) {
  const [t, access, roles, format] = await Promise.all([
    getTranslations("users.roles"),
    getTranslations("access"),
    getTranslations("roles"),
    getFormat(),
  ]);
  const days = ({ validFrom, lastDay }: AssignmentRow) =>
    lastDay
      ? t("fromTo", { from: format.date(validFrom), to: format.date(lastDay) })
      : t("from", { from: format.date(validFrom) });
  const grants = can(actor, "access:grant") && account.id !== actor.accountId;
  return (
    <Section
      title={t("title")}
      framed
      actions={
        grants ? (
          <Link href="/admin/access/grant" prefetch={false} className="link">
            {t("grant")}
          </Link>
        ) : undefined
      }
    >
      {account.assignments.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>
      ) : (
        <ItemList>
          {account.assignments.map((held) => (
            <ListItem
              key={held.id}
              href={`/admin/access/${held.id}`}
              title={roleText(held.role, roles)}
              detail={[scopeText(held, access), days(held), t("by", { who: held.grantedBy })].join(" · ")}
              trail={<Badge variant={TONES[held.state]}>{access(`states.${held.state}`)}</Badge>}
            />
          ))}
        </ItemList>
      )}
    </Section>
  );
}
