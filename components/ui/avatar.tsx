import { cn } from "./cn";

const firstCluster = new Intl.Segmenter("km", { granularity: "grapheme" });

function initial(name: string): string {
  for (const { segment } of firstCluster.segment(name.trim())) return segment.toLocaleUpperCase("en");
  return "";
}

/** The first letters of family and personal name, whole Khmer clusters. */
export function initialsOf(family: string, personal?: string): string {
  return initial(family) + (personal ? initial(personal) : "");
}

/** Letters in a circle until a photo exists: the first of family and personal name, whole Khmer clusters. */
export function Avatar({
  family,
  personal,
  className,
}: {
  family: string;
  personal?: string;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      data-slot="avatar"
      className={cn(
        "inline-flex size-8 shrink-0 select-none items-center justify-center rounded-full bg-accent font-medium text-accent-foreground text-xs",
        className,
      )}
    >
      {initialsOf(family, personal)}
    </span>
  );
}
