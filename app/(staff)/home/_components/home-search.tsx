import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** The search in the middle of the desk: an ordinary form that leads to the list of students. */
export async function HomeSearch() {
  const t = await getTranslations("home.search");
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet announced everywhere.
    <form
      role="search"
      aria-label={t("label")}
      action="/students"
      className="flex max-w-2xl items-stretch gap-2"
    >
      <div className="relative min-w-0 flex-1">
        <Icon
          name="search"
          className="pointer-events-none absolute inset-y-0 left-3.5 my-auto size-5 text-muted-foreground"
        />
        <input
          type="search"
          name="q"
          required
          autoComplete="off"
          spellCheck={false}
          aria-label={t("label")}
          placeholder={t("placeholder")}
          className="h-12 w-full min-w-0 rounded-lg border border-input bg-card pr-3 pl-11 text-base shadow-raised placeholder:text-muted-foreground focus-visible:border-ring focus-visible:outline-offset-0"
        />
      </div>
      <Button type="submit" size="lg" className="h-12 max-sm:hidden">
        {t("submit")}
      </Button>
    </form>
  );
}
