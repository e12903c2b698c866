import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";

type Props = {
  name: { family: string; personal?: string };
  /** Id of the current photo that the reader may see (lib/people/photos/queries); null: initials. */
  photo: number | null;
  /** What the picture says to somebody who does not see it; empty beside the person's name. */
  alt?: string;
  /** `thumb` 40 × 45, `header` 64 × 72, `large` 112 × 126, `full` 160 × 180 pixels on the screen; all 8 : 9 as kept. */
  size?: "thumb" | "header" | "large" | "full";
  /** For lists: the picture is fetched when it comes into view. */
  lazy?: boolean;
  className?: string;
};

const SIZES = {
  thumb: { width: 40, height: 45, file: "thumb", box: "h-[45px] w-10 text-xs" },
  header: { width: 64, height: 72, file: "full", box: "h-[72px] w-16 text-lg" },
  large: { width: 112, height: 126, file: "full", box: "h-[126px] w-28 text-2xl" },
  full: { width: 160, height: 180, file: "full", box: "h-[180px] w-40 text-3xl" },
} as const;

/** The picture of a person, 8 : 9 like a passport's; the initials of the name where there is none. */
export function PersonPhoto({ name, photo, alt = "", size = "header", lazy, className }: Props) {
  const { width, height, file, box } = SIZES[size];
  if (photo === null)
    return (
      <Avatar family={name.family} personal={name.personal} className={cn("rounded-md", box, className)} />
    );
  return (
    // biome-ignore lint/performance/noImgElement: already WebP of the right size, behind an access check that an optimiser's cache would get round
    <img
      src={`/api/photos/${photo}?size=${file}`}
      alt={alt}
      width={width}
      height={height}
      loading={lazy ? "lazy" : undefined}
      decoding="async"
      data-slot="person-photo"
      className={cn("shrink-0 rounded-md bg-muted object-cover", box, className)}
    />
  );
}
