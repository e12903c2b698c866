import { Icon } from "@/components/ui/icon";
import type { FrameData } from "./frame-data";
import { PaletteEntry } from "./palette-entry";

/**
 * The search of staff: an ordinary form that leads to the list of students, also without JavaScript. `/` goes to it; typing
 * there and Ctrl+K open the palette, which is loaded then.
 */
export function SearchEntry({ data }: { data: FrameData }) {
  const { findsPeople, texts: t } = data;
  return (
    <div className="flex min-w-0 flex-1 items-center">
      {findsPeople ? (
        // biome-ignore lint/a11y/useSemanticElements: <search> is not yet announced everywhere.
        <form
          role="search"
          aria-label={t["search.region"]}
          action="/students"
          className="relative w-full max-w-md"
        >
          <Icon
            name="search"
            className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-muted-foreground"
          />
          <input
            type="search"
            name="q"
            data-search-entry
            autoComplete="off"
            spellCheck={false}
            aria-label={t["search.label"]}
            placeholder={t["search.placeholder"]}
            className="h-9 w-full min-w-0 rounded-md border border-transparent bg-muted pr-2 pl-8 md:pr-16 text-sm placeholder:text-muted-foreground hover:border-border focus-visible:border-ring focus-visible:bg-card focus-visible:outline-offset-0 touch:h-11 touch:text-base"
          />
          <span
            className="pointer-events-none absolute inset-y-0 right-2 hidden items-center gap-1 md:flex"
            aria-hidden
          >
            <kbd className="frame-key">Ctrl</kbd>
            <kbd className="frame-key">K</kbd>
          </span>
        </form>
      ) : null}
      <PaletteEntry data={data} />
    </div>
  );
}
