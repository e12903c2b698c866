import { getTranslations } from "next-intl/server";
import { courseTitle, timesText } from "@/components/classes/times-text";
import { EmptyState } from "@/components/feedback/empty-state";
import { ItemList, ListItem } from "@/components/layout/list-item";
import type { TaughtClass } from "@/lib/classes/queries/teacher-week";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The teacher's classes, each leading to its roster. */
export async function TaughtClassList({ classes, today }: { classes: TaughtClass[]; today: Day }) {
  const [t, words, format] = await Promise.all([
    getTranslations("teach"),
    getTranslations("classes"),
    getFormat(),
  ]);
  if (classes.length === 0) {
    return (
      <EmptyState icon="school" title={t("noClasses")}>
        {t("noClassesText")}
      </EmptyState>
    );
  }
  return [...Map.groupBy(classes, (each) => each.termCode)].map(([term, ofTerm]) => {
    const [first] = ofTerm;
    const begins =
      first && first.termStart > today ? t("starts", { date: format.date(first.termStart) }) : null;
    return (
      <div key={term} className="border-t first:border-t-0">
        <h3 className="bg-muted/60 px-4 py-1.5 font-medium text-muted-foreground text-xs">
          {[first && format.words(first.termName), begins].filter(Boolean).join(" · ")}
        </h3>
        <ItemList>
          {ofTerm.map((each) => (
            <ListItem
              key={each.id}
              href={`/teach/classes/${each.id}`}
              title={courseTitle(each, format)}
              detail={
                <>
                  <span className="block">
                    {each.code} {each.section} · {t("students", { count: each.students })}
                  </span>
                  <span className="block">
                    {[timesText(each.times, format).join("; ") || words("noTimes"), ...each.rooms].join(
                      " · ",
                    )}
                  </span>
                </>
              }
            />
          ))}
        </ItemList>
      </div>
    );
  });
}
