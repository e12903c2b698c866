import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { TimetableTabs } from "@/components/timetable/timetable-tabs";
import { Alert } from "@/components/ui/alert";
import { listHolidays } from "@/lib/calendar/queries";
import { findRooms, findTeachers, type When } from "@/lib/classes/timetable/find-free";
import { findDelivery } from "@/lib/classes/timetable/queries/find-delivery";
import { loadFreeParams } from "@/lib/classes/timetable/search-params";
import { listDepartments } from "@/lib/organization/queries/departments";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays, startOfWeek, weekday } from "@/lib/platform/dates/day";
import { FinderForm } from "./_components/finder-form";
import { FreeRooms } from "./_components/free-rooms";
import { FreeTeachers } from "./_components/free-teachers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings.free"))("title") };
}

type State = Awaited<ReturnType<typeof loadFreeParams>>;

/** A weekly search looks a term ahead unless it is told until when. */
const WEEKS_AHEAD = 12;

function whenOf(state: State, today: string): When {
  const from = state.day ?? today;
  const until = state.until && state.until > from ? state.until : addDays(from, 7 * WEEKS_AHEAD);
  return {
    weekly: state.weekly,
    weekday: weekday(from),
    startMin: state.from,
    endMin: state.to,
    from,
    to: state.weekly ? until : from,
    deliveryId: state.delivery,
  };
}

async function results(actor: AccountActor, state: State, when: When) {
  const delivery = state.delivery ? await findDelivery(actor, state.delivery) : null;
  const first = delivery?.classes[0];
  const forClass = first ? `${first.code} ${first.section}` : null;
  // A delivery out of reach is none: whom it needs is nobody's to know.
  const asked = { ...when, deliveryId: delivery?.id ?? null };
  const week = startOfWeek(when.from);
  if (state.what === "teachers") {
    const wish = { departmentCode: state.department, q: state.q };
    const rows = await findTeachers(actor, asked, wish, 100);
    return <FreeTeachers rows={rows} forClass={forClass} weekly={when.weekly} week={week} />;
  }
  const rows = await findRooms(actor, asked, {
    seats: state.seats ?? 1,
    roomType: state.kind,
    building: state.building,
    projector: state.projector,
    computers: state.computers,
  });
  return <FreeRooms rows={rows} weekly={when.weekly} week={week} />;
}

/** Who and what is free at a time, on a day or every week: free ones first, the others with what keeps them. */
export default async function FreePage({ searchParams }: PageProps<"/timetable/free">) {
  const actor = await requirePage("classes:read");
  const state = await loadFreeParams(searchParams);
  const when = whenOf(state, campusToday());
  const inOrder = when.startMin < when.endMin;
  const [departments, holidays, t, list] = await Promise.all([
    listDepartments(actor),
    listHolidays(actor, when.from, when.from),
    getTranslations("meetings.free"),
    inOrder ? results(actor, state, when) : null,
  ]);
  const closed = when.weekly ? undefined : holidays.get(when.from);
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <TimetableTabs />
      <FinderForm state={state} when={when} departments={departments} />
      {closed ? (
        <Alert variant="warning" className="mb-stack">
          {t("closed", { name: closed })}
        </Alert>
      ) : null}
      {inOrder ? list : <Alert variant="warning">{t("wrongOrder")}</Alert>}
    </>
  );
}
