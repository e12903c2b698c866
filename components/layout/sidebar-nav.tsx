import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { NavLink } from "@/components/ui/nav-link";
import { NAVIGATION_GROUPS, type NavigationItem } from "./navigation";

/** The grouped entries of the sidebar. Folded, an entry keeps its icon; its name stays for readers and as a title. */
export async function SidebarNav({ items }: { items: NavigationItem[] }) {
  const t = await getTranslations("navigation");
  return (
    <nav aria-label={t("main")} className="flex flex-1 flex-col gap-4 overflow-y-auto px-2.5 pt-1 pb-4">
      {NAVIGATION_GROUPS.map((group) => {
        const entries = items.filter((item) => item.group === group);
        if (entries.length === 0) return null;
        return (
          <div key={group}>
            {group === "start" ? null : (
              <p className="px-2 pb-1 font-medium text-muted-foreground text-xs group-data-[sidebar=collapsed]/shell:lg:sr-only">
                {t(`groups.${group}`)}
              </p>
            )}
            <ul className="flex flex-col gap-px">
              {entries.map((item) => (
                <li key={item.href}>
                  <NavLink
                    href={item.href}
                    exact={item.exact}
                    except={entriesBelow(items, item.href)}
                    title={t(item.labelKey)}
                    className="flex min-h-8 items-center gap-2.5 rounded-md px-2 py-1 font-medium text-sm hover:bg-sidebar-accent hover:text-sidebar-accent-foreground current:bg-sidebar-accent current:text-sidebar-accent-foreground touch:min-h-11 group-data-[sidebar=collapsed]/shell:lg:justify-center group-data-[sidebar=collapsed]/shell:lg:px-0 [&_svg]:opacity-75 current:[&_svg]:text-primary current:[&_svg]:opacity-100"
                  >
                    <Icon name={item.icon} className="size-4 shrink-0" />
                    <span className="group-data-[sidebar=collapsed]/shell:lg:sr-only">
                      {t(item.labelKey)}
                    </span>
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

/** "/students" must not light up together with "/students/import". */
function entriesBelow(items: NavigationItem[], href: string): string[] {
  return items.map((item) => item.href).filter((other) => other.startsWith(`${href}/`));
}
