import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Icon } from "@/components/ui/icon";
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { PERSON_FIELDS, roleSees } from "@/lib/people/visible-fields";
import { ROLES } from "@/lib/platform/access/roles";
import { requirePage } from "@/lib/platform/auth/page";
import { loose } from "@/lib/platform/i18n/explain-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

/** What each role sees of a person, field by field, as the queries go by it (lib/people/visible-fields.ts). */
export default async function PersonSightPage() {
  await requirePage("access:read");
  const [t, roles] = await Promise.all([getTranslations("privacy"), getTranslations("roles")]);
  const says = loose(t);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <Table label={t("caption")}>
        <TableCaption className="sr-only">{t("caption")}</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead className="sticky left-0 bg-background">{t("field")}</TableHead>
            {ROLES.map((role) => (
              <TableHead key={role} className="min-w-20 whitespace-normal text-center align-bottom text-xs">
                {roles(role)}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {PERSON_FIELDS.map((field) => (
            <TableRow key={field}>
              <TableHead
                scope="row"
                className="sticky left-0 min-w-40 whitespace-normal bg-background py-2 text-left font-medium text-foreground"
              >
                {t(`fields.${field}`)}
                {says.has(`what.${field}`) ? (
                  <span className="block font-normal text-muted-foreground text-xs">
                    {says(`what.${field}`)}
                  </span>
                ) : null}
              </TableHead>
              {ROLES.map((role) => (
                <TableCell key={role} className="text-center">
                  {roleSees(role, field) ? (
                    <>
                      <Icon name="check" className="inline-block size-4 text-success" />
                      <span className="sr-only">{t("sees")}</span>
                    </>
                  ) : (
                    <>
                      <span aria-hidden className="text-muted-foreground">
                        –
                      </span>
                      <span className="sr-only">{t("seesNot")}</span>
                    </>
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="mt-4 max-w-prose text-muted-foreground text-sm">{t("reach")}</p>
    </>
  );
}
