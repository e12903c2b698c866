import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FactList, FactRow } from "@/components/layout/fact";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { REQUEST_TONES, RequestList } from "@/components/people/request-list";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { getRequest, listRequestsOf } from "@/lib/people/change-requests/queries";
import { can } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { khmerName, latinName } from "@/lib/platform/i18n/names";
import { Changes } from "./_components/changes";
import { Decision } from "./_components/decision";
import { Proofs } from "./_components/proofs";
import { State } from "./_components/state";

type Props = PageProps<"/change-requests/[id]">;

async function load(params: Props["params"]) {
  const actor = await requirePage("people:read_requests");
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return { actor, request: await getRequest(actor, Number(id)) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { request } = await load(params);
  const t = await getTranslations("changeRequests");
  return { title: t("request.title", { topic: t(`topics.${request.topic}`), name: latinName(request) }) };
}

/** One request: what will change, what proves it, and the decision. */
export default async function ChangeRequestPage({ params }: Props) {
  const { actor, request } = await load(params);
  recordAccess(actor, { what: "people.requests", subjectId: request.personId });
  const [others, t, format] = await Promise.all([
    listRequestsOf(actor, request.personId),
    getTranslations("changeRequests"),
    getFormat(),
  ]);
  const name = latinName(request);
  const title = t("request.title", { topic: t(`topics.${request.topic}`), name });
  const earlier = others.filter(({ id }) => id !== request.id);
  return (
    <>
      <PageHeader
        title={title}
        detail={<Badge variant={REQUEST_TONES[request.status]}>{t(`statuses.${request.status}`)}</Badge>}
        description={[request.number, name, khmerName(request)].filter(Boolean).join(" · ")}
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/change-requests?status=PENDING" }, { label: title }],
        }}
        actions={
          request.number && can(actor, "people:read") ? (
            <Link
              href={`/students/${request.number}`}
              prefetch={false}
              className={buttonVariants({ variant: "outline" })}
            >
              {t("request.record")}
            </Link>
          ) : null
        }
      />
      {/* At a desk the proof stands beside what it proves; on a phone between it and the decision. */}
      <div className="grid max-w-6xl gap-8 lg:grid-cols-2 lg:gap-x-12">
        <div className="flex min-w-0 flex-col gap-8">
          <State request={request} />
          <Changes request={request} />
          <FactList>
            <FactRow label={t("columns.createdAt")}>
              {t("request.asked", { name: request.requestedBy, date: format.dateTime(request.createdAt) })}
            </FactRow>
            <FactRow label={t("request.reason")}>{request.reason ?? "—"}</FactRow>
          </FactList>
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <Proofs proofs={request.proofs} />
          {request.status === "PENDING" ? <Decision actor={actor} request={request} /> : null}
          {earlier.length > 0 ? (
            <Section title={t("request.history")} framed>
              <RequestList
                requests={earlier}
                none={t("list.none")}
                action={({ id }) => (
                  <Link href={`/change-requests/${id}`} prefetch={false} className="link">
                    {t("list.open")}
                  </Link>
                )}
              />
            </Section>
          ) : null}
        </div>
      </div>
    </>
  );
}
