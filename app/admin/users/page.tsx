import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { findSubjectId, listSubjectLabels } from "@/lib/people/queries/subjects";
import { parseStudentNumber } from "@/lib/people/rules";
import { can } from "@/lib/platform/access/actor";
import { listAccounts } from "@/lib/platform/accounts/queries";
import { loadAccountListParams } from "@/lib/platform/accounts/search-params";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { openView } from "@/lib/platform/views/open-view";
import { AccountTable } from "./_components/account-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

/** Everybody who can sign in, with the way to each account. */
export default async function UsersPage({ searchParams }: PageProps<"/admin/users">) {
  const actor = await requirePage("access:read");
  const query = await searchParams;
  const filter = loadAccountListParams(query);
  const number = parseStudentNumber(filter.q);
  const personId = number === null ? null : await findSubjectId(actor, number);
  const [found, t, format] = await Promise.all([
    listAccounts(actor, { ...filter, personId }),
    getTranslations("users"),
    getFormat(),
    openView(actor, "accounts", "/admin/users", flatParams(query)),
  ]);
  const people = found.rows.flatMap((row) => row.personId ?? []);
  const labels = await listSubjectLabels(actor, people);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total) + (found.totalIsExact ? "" : "+")}
        description={t("lead")}
        actions={
          <>
            <Link
              href="/admin/access/effective"
              prefetch={false}
              className={buttonVariants({ variant: "outline" })}
            >
              {t("effective.open")}
            </Link>
            {can(actor, "access:manage_accounts") && !keycloak() ? (
              <Link href="/admin/users/new" prefetch={false} className={buttonVariants()}>
                {t("create.open")}
              </Link>
            ) : null}
          </>
        }
      />
      <AccountTable
        found={found}
        numbers={new Map([...labels].map(([id, label]) => [id, label.number]))}
        params={flatParams(query)}
        sort={filter.sort}
      />
    </>
  );
}
