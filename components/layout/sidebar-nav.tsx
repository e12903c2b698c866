import { WaitingBadge } from "@/components/approvals/waiting-badge";
import { Icon } from "@/components/ui/icon";
import { NavLink } from "@/components/ui/nav-link";
import type { FrameGroup } from "./frame-data";

/** The grouped entries of the sidebar. Folded, an entry keeps its icon; its name stays for readers and as a title. */
export function SidebarNav({ label, groups }: { label: string; groups: FrameGroup[] }) {
  return (
    <nav aria-label={label} className="flex flex-1 flex-col gap-4 overflow-y-auto px-2.5 pt-1 pb-4">
      {groups.map((group) => (
        <div key={group.key}>
          {group.label ? <p className="frame-group">{group.label}</p> : null}
          <ul className="flex flex-col gap-px">
            {group.entries.map((entry) => (
              <li key={entry.href}>
                <NavLink
                  href={entry.href}
                  exact={entry.exact}
                  except={entry.except}
                  title={entry.label}
                  className="frame-entry"
                >
                  <Icon name={entry.icon} className="size-4 shrink-0" />
                  <span>{entry.label}</span>
                  {entry.counts ? <WaitingBadge /> : null}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
