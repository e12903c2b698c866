import { getTranslations } from "next-intl/server";
import { courseTitle, timesText } from "@/components/classes/times-text";
import { EmptyState } from "@/components/feedback/empty-state";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { Badge } from "@/components/ui/badge";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { OwnClass } from "@/lib/registration/queries/student-week";

/** The student's classes with times, room and teacher. */
export async function OwnClassList({ classes }: { classes: OwnClass[] }) {
  const [t, words, status, format] = await Promise.all([
    getTranslations("my"),
    getTranslations("classes"),
    getTranslations("registration.status"),
    getFormat(),
  ]);
  if (classes.length === 0) {
    return (
      <EmptyState icon="book-open" title={t("noClasses")}>
        {t("noClassesText")}
      </EmptyState>
    );
  }
  return [...Map.groupBy(classes, (each) => format.words(each.termName))].map(([term, ofTerm]) => (
    <div key={term} className="border-t first:border-t-0">
      <h3 className="bg-muted/60 px-4 py-1.5 font-medium text-muted-foreground text-xs">{term}</h3>
      <ItemList>
        {ofTerm.map((each) => (
          <ListItem
            key={each.id}
            title={courseTitle(each, format)}
            detail={
              <>
                <span className="block">
                  {[
                    `${each.code} ${each.section}`,
                    ...each.teachers.map((teacher) => format.name(teacher)),
                  ].join(" · ")}
                </span>
                <span className="block">
                  {[timesText(each.times, format).join("; ") || words("noTimes"), ...each.rooms].join(" · ")}
                </span>
              </>
            }
            trail={
              each.status === "ENROLLED" ? (
                <span className="text-muted-foreground">{t("credits", { credits: each.credits })}</span>
              ) : (
                <Badge variant={each.status === "OFFERED" ? "info" : "warning"}>{status(each.status)}</Badge>
              )
            }
          />
        ))}
      </ItemList>
    </div>
  ));
}
