import { getTranslations } from "next-intl/server";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { AccountActor } from "@/lib/platform/access/actor";
import { switchRole } from "@/lib/platform/auth/actions";

/** The roles that the person holds today. Rights are those of the one role in which they act (domain.md 2.3). */
export async function RoleSwitch({ actor }: { actor: AccountActor }) {
  const [t, names] = await Promise.all([getTranslations("layout"), getTranslations("roles")]);
  if (actor.roles.length < 2) {
    return (
      <p className="px-2 pb-1 text-sm">
        <span className="text-muted-foreground">{t("role")}</span> {names(actor.role)}
      </p>
    );
  }
  return (
    <>
      <DropdownMenuSeparator />
      <DropdownMenuLabel id="role-switch">{t("actAs")}</DropdownMenuLabel>
      <form action={switchRole} aria-labelledby="role-switch">
        {actor.roles.map((role) => (
          <DropdownMenuItem
            key={role}
            type="submit"
            name="role"
            value={role}
            aria-current={role === actor.role ? "true" : undefined}
            className="current:font-medium"
          >
            {role === actor.role ? <Icon name="check" /> : <span className="size-4" />}
            {names(role)}
          </DropdownMenuItem>
        ))}
      </form>
    </>
  );
}
