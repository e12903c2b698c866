import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { AccountActor } from "@/lib/platform/access/actor";
import { savePreferences } from "@/lib/platform/auth/account-actions";
import { preferencesOf } from "./language-switch";
import { PreferenceChoice } from "./preference-choice";

/** Light, dark or as the device; comfortable or compact. */
export async function LookChoices({ actor, density = true }: { actor: AccountActor; density?: boolean }) {
  const t = await getTranslations("layout");
  const account = { preferences: preferencesOf(actor), save: savePreferences };
  return (
    <div className="grid gap-1.5 px-2 py-1.5">
      <PreferenceChoice
        name="theme"
        value={actor.theme}
        legend={t("theme.title")}
        account={account}
        options={[
          { value: "light", label: t("theme.light"), icon: <Icon name="sun" /> },
          { value: "dark", label: t("theme.dark"), icon: <Icon name="moon" /> },
          { value: "system", label: t("theme.system"), icon: <Icon name="monitor" /> },
        ]}
      />
      {density ? (
        <PreferenceChoice
          name="density"
          value={actor.density}
          legend={t("density.title")}
          account={account}
          options={[
            { value: "comfortable", label: t("density.comfortable"), icon: <Icon name="rows-3" /> },
            { value: "compact", label: t("density.compact"), icon: <Icon name="rows-4" /> },
          ]}
        />
      ) : null}
    </div>
  );
}
