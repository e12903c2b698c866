import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import type { AccountActor } from "@/lib/platform/access/actor";
import { type Choices, ScreenForm } from "./screen-form";

/** Language, digits, colours and space between lines. */
export async function ScreenSection({ actor }: { actor: AccountActor }) {
  const t = await getTranslations("account.screen");
  const choices: Choices = {
    locale: { label: t("language"), options: { en: t("languages.en"), km: t("languages.km") } },
    digits: {
      label: t("digits"),
      options: { western: t("digitStyles.western"), khmer: t("digitStyles.khmer") },
    },
    theme: {
      label: t("theme"),
      options: { system: t("themes.system"), light: t("themes.light"), dark: t("themes.dark") },
    },
    density: {
      label: t("density"),
      options: { comfortable: t("densities.comfortable"), compact: t("densities.compact") },
    },
  };
  const { locale, digits, theme, density } = actor;
  return (
    <Section title={t("title")}>
      <ScreenForm
        key={[locale, digits, theme, density].join()}
        values={{ locale, digits, theme, density }}
        choices={choices}
        texts={{ save: t("save"), saved: t("saved") }}
      />
    </Section>
  );
}
