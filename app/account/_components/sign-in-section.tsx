import { getTranslations } from "next-intl/server";
import { deviceName, whereText } from "@/components/account/session-text";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import { Icon } from "@/components/ui/icon";
import { signInKind } from "@/lib/platform/accounts/sign-in-results";
import type { SignInView } from "@/lib/platform/auth/session-list";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

const LOOKS = {
  entered: ["circle-check", "text-success"],
  refused: ["circle-alert", "text-warning"],
  went_on: ["info", "text-muted-foreground"],
} as const;

/** The last attempts to sign in to this account and how they went on, so that its owner notices a stranger. */
export async function SignInSection({ signIns }: { signIns: SignInView[] }) {
  const [account, roles, format] = await Promise.all([
    getTranslations("account"),
    getTranslations("roles"),
    getFormat(),
  ]);
  const words = { account, roles, format, now: new Date() };
  return (
    <Section title={account("signIns.title")} framed>
      <ItemList>
        {signIns.map(({ id, at, result, device, ip, place }) => {
          const [icon, colour] = LOOKS[signInKind(result)];
          return (
            <ListItem
              key={id}
              lead={<Icon name={icon} className={`size-5 shrink-0 ${colour}`} />}
              title={account(`signIns.results.${result}`)}
              detail={[format.dateTime(at), deviceName(device, account), whereText(place, ip, words)].join(
                " · ",
              )}
            />
          );
        })}
      </ItemList>
      <p className="border-t px-4 py-3 text-muted-foreground text-sm">{account("signIns.hint")}</p>
    </Section>
  );
}
