import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { rolesGiving } from "@/lib/platform/access/effective";
import { loadEffectiveParams } from "@/lib/platform/access/effective-params";
import { listHolders } from "@/lib/platform/access/holders";
import { CAMPUS_WIDE } from "@/lib/platform/access/permissions";
import { requirePage } from "@/lib/platform/auth/page";
import { getPermissionNames } from "@/lib/platform/i18n/permission-names";
import { flatParams, listHref } from "@/lib/platform/url/href";
import { HolderTable } from "./_components/holder-table";
import { RightForm } from "./_components/right-form";

const PATH = "/admin/access/effective";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users.effective"))("title") };
}

/** For a right: the roles that give it, and who holds it through one of them today. */
export default async function EffectivePage({ searchParams }: PageProps<"/admin/access/effective">) {
  const actor = await requirePage("access:read");
  const query = await searchParams;
  const { permission, role: asked, page, size } = loadEffectiveParams(query);
  const giving = rolesGiving(permission);
  // Every right is given by a role (roles.test.ts).
  const role = giving.find((name) => name === asked) ?? giving[0] ?? "admin";
  const [found, t, access, roles, nameOf] = await Promise.all([
    listHolders(actor, { permission, role, page, size }),
    getTranslations("users.effective"),
    getTranslations("access"),
    getTranslations("roles"),
    getPermissionNames(),
  ]);
  const params = flatParams(query);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        crumbs={{ label: access("title"), items: [{ label: access("title"), href: "/admin/access" }] }}
      />
      <RightForm
        path={PATH}
        permission={permission}
        nameOf={nameOf}
        texts={{ permission: t("permission"), show: t("show") }}
      />
      {CAMPUS_WIDE.has(permission) ? (
        <Alert variant="info" className="mb-stack">
          {t("wholeCampus")}
        </Alert>
      ) : null}
      <nav aria-label={t("roles")} className="mb-stack flex flex-wrap items-center gap-2 text-sm">
        <span className="text-muted-foreground">{t("roles")}</span>
        {giving.map((name) => (
          <a
            key={name}
            href={listHref(PATH, params, { permission, role: name })}
            aria-current={name === role ? "page" : undefined}
            className={buttonVariants({ variant: name === role ? "secondary" : "outline", size: "sm" })}
          >
            {roles(name)}
          </a>
        ))}
      </nav>
      <HolderTable found={found} path={PATH} params={params} permission={permission} role={role} />
    </>
  );
}
