import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { loadSignInParams } from "@/lib/platform/accounts/sign-in-params";
import { listSignInEvents } from "@/lib/platform/accounts/sign-ins";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams, listHref } from "@/lib/platform/url/href";
import { ListForm } from "../_components/list-form";
import { SignInTable } from "../_components/sign-in-table";

const PATH = "/admin/sign-ins";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIns"))("title") };
}

/** Who signed in, who was refused and why, and how sessions ended: of the whole campus. */
export default async function SignInsPage({ searchParams }: PageProps<"/admin/sign-ins">) {
  const actor = await requirePage("access:read");
  const query = await searchParams;
  const [found, t, format] = await Promise.all([
    listSignInEvents(actor, loadSignInParams(query)),
    getTranslations("signIns"),
    getFormat(),
  ]);
  const params = flatParams(query);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total) + (found.totalIsExact ? "" : "+")}
        description={t("lead")}
        actions={
          <a
            href={listHref("/api/v1/sign-ins/export", params, { page: null, size: null })}
            download
            className={buttonVariants({ variant: "outline" })}
          >
            <Icon name="download" />
            {t("export")}
          </a>
        }
      />
      <ListForm
        path={PATH}
        params={params}
        fields={[
          { name: "who", label: t("filters.who") },
          { name: "ip", label: t("filters.ip") },
          { name: "from", label: t("filters.from"), type: "date" },
          { name: "to", label: t("filters.to"), type: "date" },
        ]}
        texts={{ show: t("filters.show"), clear: t("filters.clear") }}
      />
      <SignInTable found={found} path={PATH} params={params} />
    </>
  );
}
