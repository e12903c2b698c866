import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { listRequestsOf } from "@/lib/people/change-requests/queries";
import { ASKED_TOPICS } from "@/lib/people/change-requests/rules";
import { PROOF_MEGABYTES, PROOFS_MAX } from "@/lib/people/change-requests/schemas";
import { getPersonDetails } from "@/lib/people/details/queries";
import { PAPER_KINDS } from "@/lib/people/details/schemas";
import { findOwnProfile } from "@/lib/people/own/queries";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { AskForm } from "./_components/ask-form";

type Props = PageProps<"/my/profile/ask/[topic]">;

function topicOf(word: string) {
  return ASKED_TOPICS.find((topic) => topic.toLowerCase().replace("_", "-") === word) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePage("people:edit_own");
  const topic = topicOf((await params).topic);
  const t = await getTranslations("changeRequests");
  return { title: t("profile.askOf", { topic: t(`topics.${topic}`) }) };
}

/** Asks staff to correct a name, the birth or a paper, with what proves it. */
export default async function AskPage({ params, searchParams }: Props) {
  const actor = await requirePage("people:edit_own");
  const topic = topicOf((await params).topic);
  const profile = (await findOwnProfile(actor)) ?? notFound();
  const [t, details, format, requests, person, query] = await Promise.all([
    getTranslations("changeRequests"),
    getTranslations("personDetails"),
    getFormat(),
    listRequestsOf(actor, profile.personId),
    topic === "PAPERS" ? getPersonDetails(actor, profile.personId) : null,
    searchParams,
  ]);
  const wanted = typeof query.paper === "string" ? Number(query.paper) : null;
  const paper = wanted === null ? null : (person?.papers?.find((each) => each.id === wanted) ?? notFound());
  const waits = requests.some((request) => request.topic === topic && request.status === "PENDING");
  const title = t("profile.askOf", { topic: t(`topics.${topic}`) });
  return (
    <>
      <PageHeader
        title={title}
        description={t(`ask.lead.${topic}`)}
        crumbs={{
          label: t("ask.back"),
          items: [{ label: t("ask.back"), href: "/my/profile" }, { label: title }],
        }}
      />
      {waits ? (
        <Alert
          variant="info"
          title={t("ask.pendingTitle")}
          action={
            <Link href="/my/profile" prefetch={false} className="link">
              {t("ask.back")}
            </Link>
          }
        >
          {t("ask.pendingText")}
        </Alert>
      ) : (
        <ClientMessages namespaces={["forms", "changeRequests.ask", "changeRequests.fields"]}>
          <AskForm
            topic={topic}
            paperId={paper?.id ?? null}
            today={campusToday()}
            limits={{ megabytes: PROOF_MEGABYTES, count: PROOFS_MAX }}
            initial={{
              familyName: profile.familyName,
              personalName: profile.personalName,
              dateOfBirth: profile.dateOfBirth ?? "",
              birthProvince: profile.birthProvince ?? "",
              kind: paper?.kind ?? "NATIONAL_ID",
              number: paper?.number ?? "",
              country: paper?.country ?? "KH",
              issuedOn: paper?.issuedOn ?? "",
              expiresOn: paper?.expiresOn ?? "",
              issuedBy: paper?.issuedBy ?? "",
            }}
            provinces={BIRTH_PROVINCES.map((each) => ({ value: each.code, label: each[format.locale] }))}
            kinds={PAPER_KINDS.map((value) => ({ value, label: details(`paperKind.${value}`) }))}
          />
        </ClientMessages>
      )}
    </>
  );
}
