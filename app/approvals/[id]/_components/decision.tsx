import { getTranslations } from "next-intl/server";
import { Why } from "@/components/feedback/why";
import { Section } from "@/components/layout/section";
import { mayDecide } from "@/lib/approvals/rules";
import type { ApprovalDto } from "@/lib/approvals/schemas";
import type { ToldRequest } from "@/lib/approvals/tell";
import type { AccountActor } from "@/lib/platform/access/actor";
import { DecideButtons } from "./decide-buttons";
import { WithdrawButton } from "./withdraw-button";

type Props = { actor: AccountActor; request: ApprovalDto; told: ToldRequest };

/** Approve and refuse for whoever may; taking back for the maker; for others why it is not theirs. */
export async function Decision({ actor, request, told }: Props) {
  const [t, forms] = await Promise.all([getTranslations("approvals"), getTranslations("forms")]);
  const verdict = mayDecide(actor, request, new Date());
  const own = request.maker.accountId === actor.accountId;
  const names = { what: told.what, subject: request.subjectLabel };
  return (
    <Section title={t("decide.title")} className="max-lg:order-1">
      {verdict.value ? (
        <>
          <div className="mb-3 text-muted-foreground text-sm">
            {t("decide.lead")} <Why explained={verdict} label={t("decide.title")} />
          </div>
          <DecideButtons
            id={request.id}
            version={request.version}
            changes={(told.described?.changes ?? []).map(
              ({ label, before, after }) =>
                `${label}: ${before ?? t("detail.nothing")} → ${after ?? t("detail.nothing")}`,
            )}
            texts={{
              approve: t("decide.approve"),
              reject: t("decide.reject"),
              approveTitle: t("decide.approveTitle", names),
              rejectTitle: t("decide.rejectTitle", names),
              approveWhat: t("decide.approveWhat"),
              rejectWhat: t("decide.rejectWhat", { maker: request.maker.name }),
              note: t("decide.note"),
              reason: t("decide.reason"),
              reasonHelp: t("decide.reasonHelp"),
              approveConfirm: t("decide.approveConfirm"),
              rejectConfirm: t("decide.rejectConfirm"),
              cancel: t("decide.cancel"),
              approved: t("decide.approved"),
              rejected: t("decide.rejected"),
              notNow: t("decide.notNow"),
              optional: forms("optional"),
            }}
          />
        </>
      ) : (
        <div className="text-sm">
          {t(own ? "detail.yours" : "detail.mayNot")} <Why explained={verdict} label={t("decide.title")} />
        </div>
      )}
      {own ? (
        <div className="mt-3">
          <WithdrawButton
            id={request.id}
            version={request.version}
            texts={{
              button: t("withdraw.button"),
              title: t("withdraw.title"),
              what: t("withdraw.what"),
              confirm: t("withdraw.confirm"),
              done: t("withdraw.done"),
            }}
          />
        </div>
      ) : null}
    </Section>
  );
}
