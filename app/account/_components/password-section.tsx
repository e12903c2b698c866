import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { PASSWORD_MIN } from "@/lib/platform/auth/password";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { PasswordFormLazily } from "./password-form-lazily";

/** One's own password; accounts without one are told so. */
export async function PasswordSection({ exists }: { exists: boolean }) {
  const [t, format] = await Promise.all([getTranslations("account.password"), getFormat()]);
  return (
    <Section title={t("title")}>
      {exists ? (
        <PasswordFormLazily
          texts={{
            current: t("current"),
            next: t("next"),
            help: t("help", { minimum: format.number(PASSWORD_MIN) }),
            change: t("change"),
            changed: t("changed"),
          }}
        />
      ) : (
        <p className="text-muted-foreground text-sm">{t("none")}</p>
      )}
    </Section>
  );
}
