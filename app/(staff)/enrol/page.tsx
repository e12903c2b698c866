import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Icon } from "@/components/ui/icon";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { flatParams } from "@/lib/platform/url/href";
import { getDesk } from "@/lib/registration/queries/desk";
import { deskQuery } from "@/lib/registration/schemas";
import { EnrolDesk } from "./_components/enrol-desk";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enrol"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The desk of quick enrolment; `?student=15015` opens it with that student. */
export default async function EnrolPage({ searchParams }: Props) {
  const actor = await requirePage("registration:enrol");
  const { student } = await searchParams.then(flatParams);
  const asked = deskQuery.safeParse({ number: student });
  if (student && !asked.success) notFound();
  const [t, desk] = await Promise.all([
    getTranslations("enrol"),
    asked.success
      ? getDesk(actor, { number: asked.data.number, q: "", term: null }).catch((error) => {
          if (isAppError(error) && error.kind === "not_found") notFound();
          throw error;
        })
      : null,
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <ClientMessages namespaces={["enrol", "reasons", "registration", "classes"]}>
        <EnrolDesk
          initial={desk}
          rights={{
            drop: can(actor, "registration:drop"),
            override: can(actor, "registration:override"),
            record: can(actor, "people:read"),
          }}
          icons={{ search: <Icon name="search" className="size-5" />, small: <Icon name="search" /> }}
        />
      </ClientMessages>
    </>
  );
}
