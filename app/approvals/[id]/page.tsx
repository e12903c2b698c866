import "@/lib/operations/approval-kinds";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { getApproval } from "@/lib/approvals/queries";
import { approvalParams } from "@/lib/approvals/schemas";
import { tellRequest } from "@/lib/approvals/tell";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { statusTones } from "../_components/status-tones";
import { ChangeTable } from "./_components/change-table";
import { Decision } from "./_components/decision";
import { RequestFacts } from "./_components/request-facts";
import { StateAlert } from "./_components/state-alert";
import { Timeline } from "./_components/timeline";

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const actor = await requirePage("signed_in");
  const id = approvalParams.safeParse(await params);
  if (!id.success) notFound();
  try {
    const request = await getApproval(actor, id.data.id);
    return { actor, request, told: await tellRequest(request) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).told.what };
}

/** One request: what is asked, what will change, and the decision for whoever may take it. */
export default async function ApprovalPage(props: Props) {
  const { actor, request, told } = await load(props);
  const t = await getTranslations("approvals");
  const tone = statusTones[request.status];
  const waits = request.status === "PENDING";
  return (
    <>
      <PageHeader
        title={told.what}
        detail={
          <Badge variant={tone === "neutral" ? "default" : tone}>{t(`statuses.${request.status}`)}</Badge>
        }
        description={request.subjectLabel}
        crumbs={{
          label: t("detail.back"),
          items: [{ label: t("title"), href: "/approvals" }, { label: told.what }],
        }}
      />
      {/* At a desk the decision stands beside what it is about; on a phone it comes after what will change. */}
      <div className="flex max-w-5xl flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-x-12">
        <div className="flex min-w-0 flex-col gap-8 max-lg:contents">
          <StateAlert request={request} unreadable={told.described === null} />
          {waits && told.described ? <ChangeTable changes={told.described.changes} /> : null}
          <Section title={t("detail.facts")} className="max-lg:order-2">
            <RequestFacts request={request} facts={told.described?.facts ?? []} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-8 max-lg:contents">
          {waits ? <Decision actor={actor} request={request} told={told} /> : null}
          <Timeline request={request} />
        </div>
      </div>
    </>
  );
}
