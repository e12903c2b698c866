import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";

/**
 * The way to the university's sign-in page. A plain link: it leads to another site, works without JavaScript, and must
 * not be fetched in advance, since each visit makes its own proof.
 */
export async function UniversityEntry({ next }: { next: string }) {
  const [t, locale] = await Promise.all([getTranslations("auth.keycloak"), getLocale()]);
  const query = new URLSearchParams({ lang: locale, ...(next ? { next } : {}) });
  return (
    <>
      <Button asChild size="lg" className="w-full">
        <a href={`/api/auth/signin/keycloak?${query}`}>{t("button")}</a>
      </Button>
      <p className="mt-3 text-muted-foreground text-sm">{t("lead")}</p>
    </>
  );
}
