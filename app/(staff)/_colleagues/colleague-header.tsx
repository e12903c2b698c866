import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { STATE_VARIANT } from "@/components/colleagues/state-variant";
import { StatusButton } from "@/components/colleagues/status-button";
import { Fact, Facts } from "@/components/layout/fact";
import { RecordHeader } from "@/components/layout/record-header";
import { PersonPhoto } from "@/components/people/person-photo";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { type LinkTab, LinkTabs } from "@/components/ui/tabs";
import { listMeetingsLeft } from "@/lib/classes/queries/meetings-left";
import { stateOn } from "@/lib/people/colleagues/rules";
import type { ColleagueRecord } from "@/lib/people/colleagues/schemas";
import { recordPath } from "@/lib/people/record-ref";
import { PROFILE_STATUSES } from "@/lib/people/schemas";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { khmerName, latinName } from "@/lib/platform/i18n/names";
import { OtherRecords } from "./other-records";

type Props = { actor: AccountActor; record: ColleagueRecord };

/** Who it is in both scripts, the status with its days, the facts that matter, the other records, the tabs. */
export async function ColleagueHeader({ actor, record }: Props) {
  const [t, people, format] = await Promise.all([
    getTranslations("colleagues"),
    getTranslations("people"),
    getFormat(),
  ]);
  const { kind, person, profile, number, phones } = record;
  const today = campusToday();
  const state = stateOn(profile, today);
  const guessed = person.khmerNameSource === "APPROXIMATED";
  const khmer = khmerName(person);
  const { startDate, endDate, department } = profile;
  const days = endDate
    ? t("span", { from: format.date(startDate), to: format.date(endDate) })
    : t(startDate > today ? "from" : "since", { date: format.date(startDate) });
  return (
    <>
      <RecordHeader
        name={{ family: person.familyName, personal: person.personalName }}
        khmerName={khmer && `${guessed ? "*" : ""}${khmer}`}
        picture={
          <PersonPhoto
            name={{ family: person.familyName, personal: person.personalName }}
            photo={record.photo}
          />
        }
        number={t(`numbers.${kind}`, { number: String(number) })}
        status={<Badge variant={STATE_VARIANT[state]}>{t(`states.${state}`)}</Badge>}
        statusDetail={days}
        actions={<HeaderActions actor={actor} record={record} today={today} />}
        problems={
          <>
            <OtherRecords records={record} kind={kind} />
            {guessed && <Alert variant="info">{t("guessed")}</Alert>}
          </>
        }
        facts={
          <Facts>
            <Fact
              label={t("facts.department")}
              value={department?.code ?? t("noDepartment")}
              detail={department && (format.locale === "km" ? department.nameKm : department.name)}
            />
            {profile.terminalDegree ? (
              <Fact label={t("facts.degree")} value={t(`degrees.${profile.terminalDegree}`)} />
            ) : (
              <Fact label={t("facts.jobTitle")} value={profile.jobTitle} />
            )}
            {phones && (
              <Fact
                label={t("facts.phone")}
                value={phones[0]?.phone ?? t("noPhone")}
                detail={phones[0]?.isTelegram ? people("phones.telegram") : undefined}
              />
            )}
          </Facts>
        }
      />
      <div className="mb-stack">
        <LinkTabs tabs={tabsOf(actor, record, t)} label={t("tabs.label")} />
      </div>
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"colleagues">>>;

function tabsOf(actor: AccountActor, { kind, number }: ColleagueRecord, t: Words): LinkTab[] {
  const base = recordPath({ of: kind, number });
  const tab = (
    path: string,
    name:
      | "overview"
      | "person"
      | "photo"
      | "qualifications"
      | "wishes"
      | "classes"
      | "positions"
      | "history"
      | "access",
  ): LinkTab => ({ href: `${base}${path}`, label: t(`tabs.${name}`), exact: path === "" });
  const history = can(actor, "audit:read_history") || can(actor, "audit:read");
  return [
    tab("", "overview"),
    tab("/person", "person"),
    tab("/photo", "photo"),
    ...(kind === "teacher" ? [tab("/qualifications", "qualifications"), tab("/wishes", "wishes")] : []),
    ...(kind === "teacher" && can(actor, "classes:read") ? [tab("/classes", "classes")] : []),
    tab("/positions", "positions"),
    ...(history ? [tab("/history", "history")] : []),
    ...(can(actor, "access_log:read") ? [tab("/access", "access")] : []),
  ];
}

async function HeaderActions({ actor, record, today }: Props & { today: string }) {
  const [t, format] = await Promise.all([getTranslations("colleagues"), getFormat()]);
  const { kind, profile, accountId, personId } = record;
  const editable = can(actor, "people:edit");
  const left = editable && kind === "teacher" ? await listMeetingsLeft(actor, personId, today) : [];
  const other = kind === "teacher" ? "staff" : "teacher";
  return (
    <>
      {accountId !== null && can(actor, "access:read") && (
        <Link
          href={`/admin/users/${accountId}`}
          prefetch={false}
          className={buttonVariants({ variant: "outline" })}
        >
          {t("account")}
        </Link>
      )}
      {editable && record[other] === null && (
        <Link
          href={`/${other === "teacher" ? "teachers" : "staff"}/new?person=${personId}`}
          prefetch={false}
          className={buttonVariants({ variant: "outline" })}
        >
          {t(other === "teacher" ? "make.makeTeacher" : "make.makeStaff")}
        </Link>
      )}
      {editable && (
        <ClientMessages namespaces={["forms", "colleagues.status"]}>
          <StatusButton
            kind={kind}
            number={record.number}
            version={profile.version}
            name={latinName(record.person)}
            status={profile.status}
            endDate={profile.endDate}
            statuses={PROFILE_STATUSES.map((value) => ({ value, label: t(`states.${value}`) }))}
            left={{
              count: left.reduce((sum, each) => sum + each.count, 0),
              lines: left.slice(0, 6).map((each) =>
                t("status.meetings", {
                  class: `${each.code} ${each.section}`,
                  count: each.count,
                  first: format.date(each.first),
                  last: format.date(each.last),
                }),
              ),
              more: Math.max(0, left.length - 6),
            }}
          />
        </ClientMessages>
      )}
    </>
  );
}
