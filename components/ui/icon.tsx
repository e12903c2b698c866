import { ICON_PATHS } from "./icon-paths";

export type IconName = keyof typeof ICON_PATHS;

/**
 * An icon by name, drawn inline. The paths weigh about 4 kB together, so client components of student and teacher pages
 * take an icon as a child from the server instead of importing this.
 * Decorative unless `title` gives it a name.
 */
export function Icon({ name, className, title }: { name: IconName; className?: string; title?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className ?? "size-4"}
      role={title ? "img" : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
      focusable="false"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
