import { getLocale } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { isRefusal } from "@/lib/platform/auth/keycloak/refusal";
import { translator } from "@/lib/platform/i18n/translator";

type Given = string | string[] | undefined;

const REFERENCE = /^[\w-]{8,64}$/;

/**
 * Why nobody came in, in both languages: who is refused chose none yet. Only our own sentences and a reference in its
 * shape are shown, whatever somebody writes into the address.
 */
export async function RefusalNotice({ refused, reference }: { refused: Given; reference: Given }) {
  if (!isRefusal(refused)) return null;
  const first = (await getLocale()) === "km" ? "km" : "en";
  const known = typeof reference === "string" && REFERENCE.test(reference) ? reference : null;
  return (
    <Alert variant={refused === "cancelled" ? "info" : "danger"} className="mb-4">
      {([first, first === "km" ? "en" : "km"] as const).map((locale) => {
        const t = translator("auth", locale);
        return (
          <div key={locale} lang={locale} className="[&+div]:mt-3">
            <p>{t(`refusals.${refused}`)}</p>
            {known ? (
              <p className="text-muted-foreground text-xs">{t("keycloak.reference", { reference: known })}</p>
            ) : null}
          </div>
        );
      })}
    </Alert>
  );
}
