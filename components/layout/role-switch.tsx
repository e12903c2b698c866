import { Icon } from "@/components/ui/icon";
import { switchRole } from "@/lib/platform/auth/actions";
import type { FrameData } from "./frame-data";

/** The roles that the person holds today. Rights are those of the one role in which they act (domain.md 2.3). */
export function RoleSwitch({ role, roles, texts }: Pick<FrameData, "role" | "roles" | "texts">) {
  if (roles.length < 2) {
    return (
      <p className="px-2 pb-1 text-sm">
        <span className="text-muted-foreground">{texts.role}</span> {roles[0]?.label}
      </p>
    );
  }
  return (
    <>
      <hr className="frame-line" />
      <p id="role-switch" className="frame-label">
        {texts.actAs}
      </p>
      <form action={switchRole} aria-labelledby="role-switch">
        {roles.map(({ value, label }) => (
          <button
            key={value}
            type="submit"
            name="role"
            value={value}
            aria-current={value === role ? "true" : undefined}
            className="frame-item"
          >
            {value === role ? <Icon name="check" /> : <span className="size-4" />}
            {label}
          </button>
        ))}
      </form>
    </>
  );
}
