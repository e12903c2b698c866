import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { signOut } from "@/lib/platform/auth/actions";
import type { FrameData } from "./frame-data";
import { LanguageSwitch } from "./language-switch";
import { LookChoices } from "./look-choices";
import { RoleSwitch } from "./role-switch";

const MENU = "user-menu";

/** Language, then the person: who they are, in which role they act, how the screen looks, the way out. */
export function UserMenu({ data, density }: { data: FrameData; density: boolean }) {
  const { person, texts: t, preferences } = data;
  return (
    <div className="ml-auto flex shrink-0 items-center gap-2">
      <LanguageSwitch locale={data.locale} legend={t.language} preferences={preferences} />
      <button
        type="button"
        popoverTarget={MENU}
        className="flex min-h-9 items-center gap-2 rounded-md p-0.5 text-left hover:bg-accent xl:pr-2"
      >
        <span aria-hidden className="frame-avatar">
          {person.initials}
        </span>
        <span className="sr-only max-w-40 leading-tight xl:not-sr-only">
          <span className="block truncate font-medium text-sm">{person.name}</span>
          <span className="block truncate text-muted-foreground text-xs">
            {data.roles.find(({ value }) => value === data.role)?.label}
          </span>
        </span>
        <span className="sr-only">{t.userMenu}</span>
      </button>
      <div id={MENU} popover="auto" data-align="end" className="anchored frame-menu">
        <div className="px-2 pt-1 pb-2">
          <p className="truncate font-medium">{person.name}</p>
          <p className="truncate text-muted-foreground text-xs">{person.email}</p>
        </div>
        <RoleSwitch role={data.role} roles={data.roles} texts={t} />
        <hr className="frame-line" />
        <p className="frame-label">{t.look}</p>
        <LookChoices preferences={preferences} texts={t} density={density} />
        <hr className="frame-line" />
        <Link href="/account" prefetch={false} className="frame-item">
          <Icon name="settings" />
          {t.account}
        </Link>
        <form action={signOut} data-signs-out="">
          <button type="submit" className="frame-item">
            <Icon name="log-out" />
            {t.signOut}
          </button>
        </form>
      </div>
    </div>
  );
}
