import { getTranslations } from "next-intl/server";
import { AccessTable } from "@/components/access-log/access-table";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { ColleagueIdentity } from "@/components/colleagues/identity";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { ContactList } from "@/components/people/contact-list";
import { PersonDetails } from "@/components/people/details/person-details";
import { OwnDataSection } from "@/components/people/own-data-section";
import { PhoneList } from "@/components/people/phone-list";
import { PhotoSection } from "@/components/people/photo-section";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { getPersonDetails } from "@/lib/people/details/queries";
import { getKhmerName } from "@/lib/people/khmer-names/queries";
import { listOwnDataFiles } from "@/lib/people/own-data/queries";
import { listPhotos } from "@/lib/people/photos/queries";
import { can } from "@/lib/platform/access/actor";
import { listAccesses, OF_SUBJECT } from "@/lib/platform/access-log/queries";
import { recordAccess } from "@/lib/platform/access-log/record";
import { loadAccessLogParams } from "@/lib/platform/access-log/search-params";
import { listHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { flatParams } from "@/lib/platform/url/href";
import type { LoadedColleague } from "./load-colleague";
import { WorkFacts } from "./work-facts";

type Listed = LoadedColleague & { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The first tab of a teacher or staff member: everything that is edited in place, telephones, whom to call. */
export async function ColleagueOverview({ actor, record }: LoadedColleague) {
  const editable = can(actor, "people:edit");
  const of = { of: record.kind, number: record.number };
  return (
    <ClientMessages namespaces={["forms", "people.phones", "people.contacts", "people.relationship"]}>
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-stack">
          <ColleagueIdentity record={record} editable={editable} />
          <WorkFacts actor={actor} record={record} editable={editable} />
        </div>
        <div className="flex flex-col gap-stack">
          {record.phones && <PhoneList {...of} phones={record.phones} editable={editable} />}
          {record.contacts && <ContactList {...of} contacts={record.contacts} editable={editable} />}
        </div>
      </div>
    </ClientMessages>
  );
}

/** Names for documents, papers, addresses, schooling, work, family. */
export async function ColleaguePerson({ actor, record }: LoadedColleague) {
  const [details, name] = await Promise.all([
    getPersonDetails(actor, record.personId),
    getKhmerName(actor, record.personId),
  ]);
  return <PersonDetails details={details} name={name} editable={can(actor, "people:edit")} />;
}

/** The photo with all its versions. Nobody here is asked for a new one after months: that is for students. */
export async function ColleaguePhoto({ actor, record }: LoadedColleague) {
  recordAccess(actor, { what: "people.photos", subjectId: record.personId });
  return (
    <PhotoSection
      record={{ of: record.kind, number: record.number }}
      name={{ family: record.person.familyName, personal: record.person.personalName }}
      isMonk={null}
      photos={await listPhotos(actor, record.personId)}
      editable={can(actor, "people:edit")}
    />
  );
}

/** Everything that was ever changed about this person, and what is held of them as a file. */
export async function ColleagueHistory({ actor, record, path, searchParams }: Listed) {
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const history = await listHistory(actor, record.personId, page, size, columnSight(actor));
  const [references, files] = await Promise.all([
    listReferenceLabels(actor, referencedIds(history.rows)),
    can(actor, "people:edit") ? listOwnDataFiles(actor, record.personId) : null,
  ]);
  return (
    <>
      <History
        history={history}
        references={references}
        path={`${path}/history`}
        params={flatParams(query)}
      />
      {files ? (
        <OwnDataSection of={{ of: record.kind, number: record.number }} files={files} className="mt-8" />
      ) : null}
    </>
  );
}

/** Who opened this record, for auditors; reading it is noted too. */
export async function ColleagueAccess({ actor, record, path, searchParams }: Listed) {
  const query = await searchParams;
  const { page, size } = loadAccessLogParams(query);
  const [found, t] = await Promise.all([
    listAccesses(actor, { ...OF_SUBJECT, subjectId: record.personId, page, size }),
    getTranslations("accessLog"),
  ]);
  return (
    <Section title={t("tab.title")}>
      <AccessTable
        found={found}
        path={`${path}/access`}
        params={flatParams(query)}
        linkAccounts={can(actor, "access:read")}
        linkClasses={false}
        filtered={false}
        empty={
          <EmptyState icon="eye" title={t("tab.none")}>
            {t("tab.noneText")}
          </EmptyState>
        }
      />
    </Section>
  );
}
