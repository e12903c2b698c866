import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { CancelButton } from "./cancel-button";

type Props = {
  programme: string;
  path: string;
  days: readonly string[];
  on: string;
  today: string;
  editable: boolean;
};

/** The days on which the list changes, newest first; each shows the list that begins on it. */
export async function VersionList({ programme, path, days, on, today, editable }: Props) {
  if (days.length === 0) return null;
  const [t, format] = await Promise.all([getTranslations("catalogue.requirements"), getFormat()]);
  const shown = days.filter((day) => day <= on).at(-1);
  const now = days.filter((day) => day <= today).at(-1);
  const newest = days.at(-1);
  return (
    <Section title={t("versions")} framed>
      <ul className="divide-y text-sm">
        {days.toReversed().map((day) => (
          <li key={day} className="grid gap-1 px-3 py-2">
            <span className="flex flex-wrap items-center gap-2">
              <Link
                href={`${path}?on=${day}`}
                prefetch={false}
                aria-current={day === shown ? "true" : undefined}
                className="link aria-[current]:font-semibold"
              >
                {t("since", { day: format.date(day) })}
              </Link>
              {day === now && <Badge variant="success">{t("now")}</Badge>}
              {day > today && <Badge variant="outline">{t("planned")}</Badge>}
            </span>
            {editable && day === newest && days.length > 1 && (
              <span>
                <CancelButton programme={programme} day={day} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
