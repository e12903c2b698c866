import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { valueText } from "@/components/people/request-texts";
import { mayDecideRequest } from "@/lib/people/change-requests/rules";
import type { RequestDto } from "@/lib/people/change-requests/schemas";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { DecideRequest } from "./decide-request";

/** Approve and refuse for whoever may; for readers and for the person concerned why it is not theirs. */
export async function Decision({ actor, request }: { actor: AccountActor; request: RequestDto }) {
  const [t, all, details, forms, format] = await Promise.all([
    getTranslations("changeRequests.decide"),
    getTranslations("changeRequests"),
    getTranslations("personDetails"),
    getTranslations("forms"),
    getFormat(),
  ]);
  const decides = can(actor, "people:decide_requests");
  const other = mayDecideRequest(actor.personId, request.personId).value;
  if (!decides || !other) {
    return (
      <Section title={t("title")}>
        <p className="text-sm">{all(decides ? "request.own" : "request.mayNot")}</p>
      </Section>
    );
  }
  const words = { t: all, details, format };
  const changes = request.fields.map(
    ({ field, now, to }) =>
      `${all(`fields.${field}`)}: ${valueText(field, now, words) ?? "—"} → ${valueText(field, to, words) ?? "—"}`,
  );
  return (
    <Section title={t("title")}>
      <p className="mb-3 text-muted-foreground text-sm">{t("lead")}</p>
      <ClientMessages namespaces={["forms"]}>
        <DecideRequest
          id={request.id}
          version={request.version}
          shownVersion={request.currentVersion}
          stale={request.fields.some(({ state }) => state === "changed")}
          changes={changes}
          texts={{
            approve: t("approve"),
            reject: t("reject"),
            approveTitle: t("approveTitle"),
            approveWhat: t("approveWhat"),
            rejectTitle: t("rejectTitle"),
            rejectWhat: t("rejectWhat"),
            note: t("note"),
            noteHelp: t("noteHelp"),
            reason: t("reason"),
            reasonHelp: t("reasonHelp"),
            overwrite: t("overwrite"),
            cancel: t("cancel"),
            approved: t("approved"),
            rejected: t("rejected"),
            optional: forms("optional"),
          }}
        />
      </ClientMessages>
    </Section>
  );
}
