import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { HomeProblems } from "@/lib/registration/queries/registrar-home";

/** What waits about people; a number that the reader may not see is null. */
export type PeopleWork = {
  duplicates: number | null;
  changeRequests: number | null;
  unverifiedPhotos: number | null;
  overduePhotos: number | null;
};
type Problems = HomeProblems & PeopleWork;

/** Where each problem is mended: the list behind the number. */
const WHERE: Record<keyof Problems, string> = {
  incompleteTimetables: "/classes?timetable=incomplete&status=SCHEDULED,ACTIVE",
  fullClasses: "/classes?seats=full&status=SCHEDULED,ACTIVE",
  waitingStudents: "/classes?seats=waiting",
  draftClasses: "/classes?when=soon&status=DRAFT",
  withoutProgramme: "/students?status=ACTIVE&without=programme",
  withoutClass: "/students?status=ACTIVE&without=class",
  duplicates: "/duplicates?status=OPEN",
  changeRequests: "/change-requests?status=PENDING",
  unverifiedPhotos: "/photos",
  overduePhotos: "/photos/overdue",
};

/** What waits for a registrar, the numbers first; what is zero is not shown. */
export async function ProblemList({ problems }: { problems: Problems }) {
  const [t, format] = await Promise.all([getTranslations("home.problems"), getFormat()]);
  const open = (Object.keys(WHERE) as (keyof Problems)[]).flatMap((key) =>
    problems[key] ? [{ key, count: problems[key] }] : [],
  );
  if (open.length === 0) {
    return (
      <EmptyState icon="circle-check" title={t("none")}>
        {null}
      </EmptyState>
    );
  }
  return (
    <ItemList>
      {open.map(({ key, count }) => (
        <ListItem
          key={key}
          href={WHERE[key]}
          lead={
            <span className="tabular w-12 shrink-0 text-right font-semibold text-lg">
              {format.number(count)}
            </span>
          }
          title={<span className="font-normal">{t(key)}</span>}
        />
      ))}
    </ItemList>
  );
}
