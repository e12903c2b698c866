import { getTranslations } from "next-intl/server";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import { Icon } from "@/components/ui/icon";
import type { SignInView } from "@/lib/platform/auth/session-list";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { deviceName } from "./session-section";

/** The last attempts to sign in to this account, so that its owner notices a stranger. */
export async function SignInSection({ signIns }: { signIns: SignInView[] }) {
  const [t, sessions, format] = await Promise.all([
    getTranslations("account.signIns"),
    getTranslations("account.sessions"),
    getFormat(),
  ]);
  return (
    <Section title={t("title")} framed>
      <ItemList>
        {signIns.map(({ at, result, device, ip }) => (
          <ListItem
            key={at}
            lead={
              <Icon
                name={isSuccess(result) ? "circle-check" : "circle-alert"}
                className={`size-5 shrink-0 ${isSuccess(result) ? "text-success" : "text-warning"}`}
              />
            }
            title={t(`results.${result}`)}
            detail={[format.dateTime(at), deviceName(device, sessions), ip].filter(Boolean).join(" · ")}
          />
        ))}
      </ItemList>
      <p className="border-t px-4 py-3 text-muted-foreground text-sm">{t("hint")}</p>
    </Section>
  );
}

function isSuccess(result: SignInView["result"]): boolean {
  return result === "success" || result === "persona";
}
