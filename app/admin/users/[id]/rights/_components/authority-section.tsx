import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Icon } from "@/components/ui/icon";
import { getAccountAuthority } from "@/lib/platform/access/account-authority";
import type { AccountActor } from "@/lib/platform/access/actor";
import { explainAuthority, POLICY_KINDS } from "@/lib/platform/access/authority";
import type { Explained } from "@/lib/platform/explained";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";

/** Which rules the person behind an account may set aside today, and from which position or role that comes. */
export async function AuthoritySection({ actor, accountId }: { actor: AccountActor; accountId: number }) {
  const [facts, t, format] = await Promise.all([
    getAccountAuthority(actor, accountId),
    getTranslations("positions"),
    getFormat(),
  ]);
  const kinds = POLICY_KINDS.map((kind) => ({
    key: kind,
    label: t(`authority.kinds.${kind}`),
    explained: explainAuthority(facts, { kind }),
  }));
  const named = [...new Set(facts.positions.flatMap(({ overrides }) => overrides))].map((policy) => ({
    key: policy,
    label: t(`policies.${policy}`),
    explained: explainAuthority({ ...facts, roleLevel: null }, { kind: "OTHER", policies: [policy] }),
  }));
  return (
    <Section title={t("authority.title")} className="mt-10 max-w-6xl">
      <p className="mb-3 max-w-prose text-muted-foreground text-sm">{t("authority.lead")}</p>
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <AuthorityList lines={kinds} />
        <div className="flex flex-col gap-4 text-sm">
          <p>{t("authority.byRole", { level: facts.roleLevel ?? "—" })}</p>
          <div>
            <h3 className="font-semibold">{t("authority.positions")}</h3>
            {facts.positions.length === 0 ? (
              <p className="text-muted-foreground">{t("authority.noPositions")}</p>
            ) : (
              <ul>
                {facts.positions.map(({ assignmentId, title, level, isActing, delegatedBy }) => (
                  <li key={assignmentId}>
                    {[
                      format.words(title),
                      t("level", { level }),
                      isActing && t("acting"),
                      delegatedBy && t("handedFrom", { name: delegatedBy }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </li>
                ))}
              </ul>
            )}
          </div>
          {named.length > 0 && (
            <div>
              <h3 className="mb-2 font-semibold">{t("authority.byPolicy")}</h3>
              <AuthorityList lines={named} />
            </div>
          )}
        </div>
      </div>
    </Section>
  );
}

type Line = { key: string; label: string; explained: Explained<unknown> };

async function AuthorityList({ lines }: { lines: readonly Line[] }) {
  const told = await Promise.all(
    lines.map(async (line) => ({ ...line, why: await getWhyText(line.explained) })),
  );
  return (
    <ul className="divide-y rounded-lg border bg-card text-sm">
      {told.map(({ key, label, explained, why }) => (
        <li key={key} className="flex gap-3 px-4 py-cell">
          <Icon
            name={explained.value === null ? "circle-x" : "circle-check"}
            className={`mt-0.5 size-4 shrink-0 ${explained.value === null ? "text-muted-foreground" : "text-success"}`}
          />
          <div className="min-w-0 flex-1">
            <p className="font-medium">{label}</p>
            {why.reasons.map(({ text }) => (
              <p key={text} className="text-muted-foreground">
                {text}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
