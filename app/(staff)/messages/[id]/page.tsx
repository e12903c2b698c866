import "@/lib/operations/job-definitions";
import "@/lib/operations/file-purposes";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { findMergeJob } from "@/lib/messages/queries/merge-job";
import { getMerge } from "@/lib/messages/queries/merges";
import { loadDeliveryList } from "@/lib/messages/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { MessageWords } from "../_components/message-words";
import { DeliveryTable } from "./_components/delivery-table";
import { MergeFacts } from "./_components/merge-facts";
import { MergeProgress } from "./_components/merge-progress";

type Props = PageProps<"/messages/[id]">;

async function load({ params }: Pick<Props, "params">) {
  const actor = await requirePage("messages:read");
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return { actor, merge: await getMerge(actor, Number(id)) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).merge.template };
}

/** One message to many people: how far it is, how many got it, what became of each, what was said. */
export default async function MergeDetailPage(props: Props) {
  const { actor, merge } = await load(props);
  const query = await props.searchParams;
  const [job, t, detail, format] = await Promise.all([
    findMergeJob(actor, merge),
    getTranslations("mailings"),
    getTranslations("mailings.detail"),
    getFormat(),
  ]);
  return (
    <>
      <PageHeader
        title={merge.template}
        detail={<Badge>{t(`media.${merge.medium}`)}</Badge>}
        description={[
          detail("begun", { when: format.dateTime(merge.createdAt), who: merge.by }),
          detail("language", { language: t(`merge.languages.${merge.language}`) }),
        ].join(" · ")}
        crumbs={{
          label: t("crumbs"),
          items: [{ label: t("title"), href: "/messages" }, { label: merge.template }],
        }}
      />
      <div className="grid gap-stack">
        <MergeProgress actor={actor} merge={merge} job={job} />
        <MergeFacts actor={actor} merge={merge} />
        <Section title={detail("who")}>
          <DeliveryTable
            actor={actor}
            merge={merge}
            state={loadDeliveryList(query)}
            params={flatParams(query)}
          />
        </Section>
        <Section title={detail("words")}>
          <MessageWords words={merge.content} />
        </Section>
      </div>
    </>
  );
}
