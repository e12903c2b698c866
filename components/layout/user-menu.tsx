import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { PopoverContent } from "@/components/ui/popover";
import type { AccountActor } from "@/lib/platform/access/actor";
import { signOut } from "@/lib/platform/auth/actions";
import { LanguageSwitch } from "./language-switch";
import { LookChoices } from "./look-choices";
import { RoleSwitch } from "./role-switch";

const MENU = "user-menu";

/** Language, then the person: who they are, in which role they act, how the screen looks, the way out. */
export async function UserMenu({ actor, density }: { actor: AccountActor; density?: boolean }) {
  const [t, roles] = await Promise.all([getTranslations("layout"), getTranslations("roles")]);
  const [family = actor.displayName, personal] = actor.displayName.split(" ");
  return (
    <div className="ml-auto flex shrink-0 items-center gap-2">
      <LanguageSwitch actor={actor} />
      <button
        type="button"
        popoverTarget={MENU}
        className="flex min-h-9 items-center gap-2 rounded-md p-0.5 text-left hover:bg-accent xl:pr-2"
      >
        <Avatar family={family} personal={personal} />
        <span className="sr-only max-w-40 leading-tight xl:not-sr-only">
          <span className="block truncate font-medium text-sm">{actor.displayName}</span>
          <span className="block truncate text-muted-foreground text-xs">{roles(actor.role)}</span>
        </span>
        <span className="sr-only">{t("userMenu")}</span>
      </button>
      <PopoverContent id={MENU} align="end" className="w-64 p-1.5">
        <div className="px-2 pt-1 pb-2">
          <p className="truncate font-medium">{actor.displayName}</p>
          <p className="truncate text-muted-foreground text-xs">{actor.email}</p>
        </div>
        <RoleSwitch actor={actor} />
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("look")}</DropdownMenuLabel>
        <LookChoices actor={actor} density={density} />
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/account" prefetch={false}>
            <Icon name="settings" />
            {t("account")}
          </Link>
        </DropdownMenuItem>
        <form action={signOut} data-signs-out="">
          <DropdownMenuItem type="submit">
            <Icon name="log-out" />
            {t("signOut")}
          </DropdownMenuItem>
        </form>
      </PopoverContent>
    </div>
  );
}
