import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { Fact, Facts } from "@/components/layout/fact";
import { PageHeader } from "@/components/layout/page-header";
import { TimetableTabs } from "@/components/timetable/timetable-tabs";
import { buttonVariants } from "@/components/ui/button";
import { findDelivery } from "@/lib/classes/timetable/queries/find-delivery";
import { idParam } from "@/lib/classes/timetable/schemas";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { SlotList } from "./_components/slot-list";
import { TimesForm } from "./_components/times-form";

async function load(params: Promise<{ id: string }>) {
  const actor = await requirePage("classes:read");
  const id = idParam.safeParse((await params).id);
  const found = id.success ? await findDelivery(actor, id.data) : null;
  if (!found) notFound();
  return { actor, found };
}

export async function generateMetadata({
  params,
}: PageProps<"/timetable/deliveries/[id]">): Promise<Metadata> {
  const [{ found }, t] = await Promise.all([load(params), getTranslations("meetings.delivery")]);
  const [first] = found.classes;
  return { title: `${t("title")} · ${first?.code} ${first?.section}` };
}

/** The weekly times of a part, of all classes that are taught as one with it. */
export default async function DeliveryPage({ params }: PageProps<"/timetable/deliveries/[id]">) {
  const { actor, found } = await load(params);
  const [t, rooms, format] = await Promise.all([
    getTranslations("meetings.delivery"),
    getTranslations("rooms.types"),
    getFormat(),
  ]);
  const today = campusToday();
  const open = found.classes.some(({ status }) => status !== "CANCELLED" && status !== "COMPLETED");
  const edits = can(actor, "classes:edit") && open && found.to >= today;
  const days = found.weekdays.map((day) => format.weekday(day, "short")).join(", ");
  const [first] = found.classes;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={found.classes.map((each) => (
          <span key={each.id} className="block">
            <Link href={`/classes/${each.id}`} prefetch={false} className="link">
              {each.code} {each.section}
            </Link>{" "}
            {courseTitle(each, format)} · {format.words(found.part)}
          </span>
        ))}
        actions={
          first ? (
            <Link
              href={`/classes/${first.id}/meetings`}
              prefetch={false}
              className={buttonVariants({ variant: "outline" })}
            >
              {t("meetings")}
            </Link>
          ) : null
        }
      />
      <TimetableTabs />
      <Facts className="mb-stack">
        <Fact
          label={t("term")}
          value={<span className="font-medium text-base">{format.words(found.termName)}</span>}
          detail={format.dateRange(found.from, found.to)}
        />
        <Fact
          label={t("needs")}
          value={
            <span className="font-medium text-base">
              {days && found.minutes ? t("timesADay", { days, minutes: found.minutes }) : t("noNeeds")}
            </span>
          }
          detail={found.roomNeed ? rooms(found.roomNeed) : undefined}
        />
        <Fact label={t("students")} value={format.number(found.people)} />
      </Facts>
      {edits ? (
        <ClientMessages namespaces={["meetings", "forms"]}>
          <TimesForm
            deliveryId={found.id}
            version={found.version}
            from={today > found.from ? today : found.from}
            latest={found.to}
            needs={{ weekdays: found.weekdays, minutes: found.minutes }}
            slots={found.slots.map((slot) => ({
              id: slot.id,
              weekday: slot.weekday,
              startMin: slot.startMin,
              endMin: slot.endMin,
              room: slot.roomId ? { id: slot.roomId, label: slot.room ?? "" } : null,
              teacher:
                slot.teacher && slot.teacherId
                  ? { id: slot.teacherId, label: format.name(slot.teacher) }
                  : null,
            }))}
          />
        </ClientMessages>
      ) : (
        <SlotList slots={found.slots} />
      )}
    </>
  );
}
