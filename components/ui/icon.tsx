import { ICON_SPRITE, type IconName } from "./icon-names";

export type { IconName };

/**
 * An icon by name, taken from one file that the browser keeps: drawn inline, the paths of a page's icons weighed more
 * than its text, twice. Strokes and colour stand in globals.css under `.icon`. Decorative unless `title` gives it a name.
 */
export function Icon({ name, className, title }: { name: IconName; className?: string; title?: string }) {
  return (
    <svg
      className={`icon ${className ?? "size-4"}`}
      aria-hidden={title ? undefined : true}
      role={title ? "img" : undefined}
      aria-label={title}
    >
      <use href={`${ICON_SPRITE}#${name}`} />
    </svg>
  );
}
