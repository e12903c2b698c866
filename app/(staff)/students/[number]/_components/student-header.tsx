import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PrintCardButton } from "@/components/documents/print-cards-button";
import { Fact, Facts } from "@/components/layout/fact";
import { RecordHeader } from "@/components/layout/record-header";
import { ChangeStatusButton } from "@/components/people/change-status-button";
import { PersonPhoto } from "@/components/people/person-photo";
import { statusVariant } from "@/components/people/status-tone";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type LinkTab, LinkTabs } from "@/components/ui/tabs";
import { findRecordsOf } from "@/lib/people/colleagues/queries";
import { findPhotoId } from "@/lib/people/photos/current";
import { STATUS_MOVES } from "@/lib/people/rules";
import type { StudentRecord } from "@/lib/people/schemas";
import { sees } from "@/lib/people/visible-fields";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { khmerName, latinName } from "@/lib/platform/i18n/names";
import { tellReason } from "@/lib/platform/i18n/stored-reason";
import { OtherRecords } from "../../../_colleagues/other-records";
import { DuplicateBanner } from "./duplicate-banner";

type Props = { actor: AccountActor; student: StudentRecord };

/** Who it is in both scripts, the status with its day and reason, the facts that matter, the tabs. */
export async function StudentHeader({ actor, student }: Props) {
  const [t, reasons, messages, format, photo, records] = await Promise.all([
    getTranslations("people"),
    getTranslations("reasons"),
    getTranslations("mailings.merge"),
    getFormat(),
    findPhotoId(actor, student.personId),
    findRecordsOf(actor, student.personId),
  ]);
  const { person, student: facts, label, phones } = student;
  const base = `/students/${label}`;
  const guessed = person.khmerNameSource === "APPROXIMATED";
  const khmer = khmerName(person);
  const { programme } = facts;
  const preferred = phones[0];
  const active = facts.status === "ACTIVE";
  const canEnrol = can(actor, "registration:enrol");
  const since = t("record.since", { date: format.date(facts.statusSince) });
  const why = facts.statusReason && tellReason(loose(reasons), facts.statusReason);
  const tab = (
    path: string,
    name:
      | "overview"
      | "person"
      | "photo"
      | "programme"
      | "journey"
      | "enrolments"
      | "timetable"
      | "record"
      | "history"
      | "access",
  ): LinkTab => ({
    href: `${base}${path}`,
    label: t(`record.tabs.${name}`),
    exact: path === "",
  });
  const tabs = [
    tab("", "overview"),
    tab("/person", "person"),
    ...(sees(actor, "photo") ? [tab("/photo", "photo")] : []),
    ...(can(actor, "studies:read") ? [tab("/programme", "programme")] : []),
    ...(can(actor, "studies:read") ? [tab("/journey", "journey")] : []),
    ...(can(actor, "registration:read")
      ? [tab("/enrolments", "enrolments"), tab("/timetable", "timetable")]
      : []),
    ...(can(actor, "record:read") ? [tab("/record", "record")] : []),
    ...(can(actor, "audit:read_history") || can(actor, "audit:read") ? [tab("/history", "history")] : []),
    ...(can(actor, "access_log:read") ? [tab("/access", "access")] : []),
  ];
  return (
    <>
      <RecordHeader
        name={{ family: person.familyName, personal: person.personalName }}
        picture={
          <PersonPhoto name={{ family: person.familyName, personal: person.personalName }} photo={photo} />
        }
        khmerName={khmer && `${guessed ? "*" : ""}${khmer}`}
        number={label}
        status={<Badge variant={statusVariant(facts.status)}>{t(`status.${facts.status}`)}</Badge>}
        statusDetail={[since, why].filter(Boolean).join(" · ")}
        actions={
          <>
            {can(actor, "people:change_status") && STATUS_MOVES[facts.status].length > 0 && (
              <ClientMessages
                namespaces={[
                  "forms",
                  "people.changeStatus",
                  "statusEffect",
                  "studies.status",
                  "studies.exitReasons",
                ]}
              >
                <ChangeStatusButton
                  number={student.number}
                  version={facts.version}
                  name={latinName(person)}
                  now={t("changeStatus.now", {
                    status: t(`status.${facts.status}`),
                    date: format.date(facts.statusSince),
                  })}
                  since={facts.statusSince}
                  today={campusToday()}
                  moves={STATUS_MOVES[facts.status].map((value) => ({
                    value,
                    label: t(`status.${value}`),
                    meaning: t(`statusMeaning.${value}`),
                  }))}
                />
              </ClientMessages>
            )}
            {can(actor, "messages:send") && (
              <Link
                href={`/messages/merge?to=i.students.${student.personId}`}
                prefetch={false}
                className={buttonVariants({ variant: "outline" })}
              >
                <Icon name="mail" />
                {messages("single")}
              </Link>
            )}
            {can(actor, "documents:print") && (
              <ClientMessages namespaces={["documents.cards"]}>
                <PrintCardButton personId={student.personId} />
              </ClientMessages>
            )}
            {canEnrol && active && (
              <Link href={`/enrol?student=${label}`} prefetch={false} className={buttonVariants()}>
                <Icon name="user-plus" />
                {t("record.enrol")}
              </Link>
            )}
          </>
        }
        problems={
          <>
            <OtherRecords records={records} kind="student" />
            {!active && (
              <Alert variant="warning" title={t("record.notActive")}>
                {t(`statusMeaning.${facts.status}`)}
              </Alert>
            )}
            <DuplicateBanner actor={actor} personId={student.personId} />
            {guessed && <Alert variant="info">{t("record.approximated")}</Alert>}
          </>
        }
        facts={
          <Facts>
            <Fact
              label={t("columns.programme")}
              value={programme?.code ?? t("record.noProgramme")}
              detail={programme && (format.locale === "km" ? programme.nameKm : programme.name)}
            />
            <Fact label={t("columns.studyTime")} value={t(`studyTimes.${facts.studyTime}`)} />
            <Fact
              label={t("columns.phone")}
              value={preferred?.phone ?? t("record.noPhone")}
              detail={preferred?.isTelegram ? t("phones.telegram") : undefined}
            />
          </Facts>
        }
      />
      <div className="mb-stack">
        <LinkTabs tabs={tabs} label={t("record.tabs.label")} />
      </div>
    </>
  );
}
