import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FactList, FactRow } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { listSubjectLabels } from "@/lib/people/queries/subjects";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import type { AccountRecord } from "@/lib/platform/accounts/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Who this is, and how they prove it. */
export async function IdentitySection({ actor, account }: { actor: AccountActor; account: AccountRecord }) {
  const [t, common, format] = await Promise.all([
    getTranslations("users"),
    getTranslations("account.screen.languages"),
    getFormat(),
  ]);
  const facts: [string, React.ReactNode][] = [
    [t("facts.email"), account.email],
    [t("facts.person"), await personText(actor, account)],
    [t("columns.source"), t(`sources.${account.source}`)],
    [t("facts.subject"), t(account.hasSubject ? "facts.subjectYes" : "facts.subjectNo")],
    [t("facts.password"), t(account.hasPassword ? "facts.yes" : "facts.no")],
    [t("facts.language"), common(account.locale === "km" ? "km" : "en")],
    [t("facts.created"), format.dateTime(account.createdAt)],
    [t("facts.lastSignIn"), account.lastSignInAt ? format.dateTime(account.lastSignInAt) : t("never")],
  ];
  if (account.emergencyUntil) facts.push([t("facts.emergency"), format.dateTime(account.emergencyUntil)]);
  return (
    <Section
      title={t("facts.title")}
      actions={
        can(actor, "access_log:read") ? (
          <Link href={`/admin/access-log?account=${account.id}`} prefetch={false} className="link">
            {t("facts.opened")}
          </Link>
        ) : undefined
      }
    >
      <FactList>
        {facts.map(([label, value]) => (
          <FactRow key={label} label={label}>
            {value}
          </FactRow>
        ))}
      </FactList>
    </Section>
  );
}

async function personText(actor: AccountActor, { personId }: AccountRecord) {
  const t = await getTranslations("users.facts");
  if (personId === null) return t("noPerson");
  const label = (await listSubjectLabels(actor, [personId])).get(personId);
  const text = [label?.number, label?.name].filter(Boolean).join(" ") || t("personId", { id: personId });
  if (!label?.number || !can(actor, "people:read")) return text;
  return (
    <a href={`/students/${label.number}`} className="link">
      {text}
    </a>
  );
}
