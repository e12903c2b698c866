import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cn } from "@/components/ui/cn";
import { MEETING_VIEWS } from "@/lib/classes/timetable/search-params";
import { type MeetingView, meetingsHref } from "./meetings-href";

type Props = {
  path: string;
  show: MeetingView;
  part: number | null;
  parts: { id: number; label: string }[];
};

const chip =
  "rounded-md border px-2.5 py-1 text-sm text-muted-foreground hover:text-foreground current:border-primary current:bg-accent current:text-accent-foreground touch:min-h-11 touch:py-2.5";

/** Which meetings: by time and, where there are several, by part. All of it links. */
export async function MeetingFilter({ path, show, part, parts }: Props) {
  const t = await getTranslations("meetings");
  const choices = [{ id: null, label: t("allParts") }, ...parts];
  return (
    <nav aria-label={t("show.label")} data-print="hide" className="mb-3 flex flex-wrap gap-x-6 gap-y-2">
      <ul className="flex flex-wrap gap-1.5">
        {MEETING_VIEWS.map((view) => (
          <li key={view}>
            <Link
              href={meetingsHref(path, view, part)}
              prefetch={false}
              aria-current={view === show || undefined}
              className={cn(chip, "inline-block")}
            >
              {t(`show.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
      {parts.length > 1 ? (
        <ul className="flex flex-wrap gap-1.5">
          {choices.map(({ id, label }) => (
            <li key={id ?? "all"}>
              <Link
                href={meetingsHref(path, show, id)}
                prefetch={false}
                aria-current={id === part || undefined}
                className={cn(chip, "inline-block")}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </nav>
  );
}
