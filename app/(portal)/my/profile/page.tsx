import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ContactList } from "@/components/people/contact-list";
import { DetailList } from "@/components/people/details/detail-list";
import { addressFields } from "@/components/people/details/fields";
import { addressRow } from "@/components/people/details/rows";
import { KhmerNameCard } from "@/components/people/khmer-name-card";
import { OwnDataSection } from "@/components/people/own-data-section";
import { OwnPhotoSection } from "@/components/people/own-photo-section";
import { PhoneList } from "@/components/people/phone-list";
import { RequestList } from "@/components/people/request-list";
import { listRequestsOf } from "@/lib/people/change-requests/queries";
import { getPersonDetails } from "@/lib/people/details/queries";
import { getKhmerName } from "@/lib/people/khmer-names/queries";
import { removeOwnAddress, saveOwnAddress } from "@/lib/people/own/actions";
import { findOwnProfile } from "@/lib/people/own/queries";
import { listOwnDataFiles } from "@/lib/people/own-data/queries";
import { findOwnPhoto } from "@/lib/people/photos/queries";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { IdentityCard } from "./_components/identity-card";
import { PaperCard } from "./_components/paper-card";
import { WithdrawButton } from "./_components/withdraw-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("changeRequests.profile"))("title") };
}

/** Own data: what may be changed is changed here, the rest is asked for, and what became of it is told. */
export default async function OwnProfilePage() {
  const actor = await requirePage("people:edit_own");
  const [profile, all, details, format] = await Promise.all([
    findOwnProfile(actor),
    getTranslations("changeRequests"),
    getTranslations("personDetails"),
    getFormat(),
  ]);
  const t = await getTranslations("changeRequests.profile");
  if (!profile) {
    return (
      <EmptyState icon="id-card" title={t("noPerson")}>
        {t("noPersonText")}
      </EmptyState>
    );
  }
  const [person, khmer, requests, photo, files] = await Promise.all([
    getPersonDetails(actor, profile.personId),
    getKhmerName(actor, profile.personId),
    listRequestsOf(actor, profile.personId),
    findOwnPhoto(actor),
    listOwnDataFiles(actor, profile.personId),
  ]);
  const waiting = new Set<string>(
    requests.filter(({ status }) => status === "PENDING").map(({ topic }) => topic),
  );
  const words = { t: loose(details), format };
  const withdraw = {
    button: t("withdraw"),
    title: t("withdrawTitle"),
    what: t("withdrawWhat"),
    done: t("withdrawn"),
  };
  return (
    <ClientMessages
      namespaces={[
        "forms",
        "khmerName",
        "personDetails",
        "people.phones",
        "people.contacts",
        "people.relationship",
      ]}
    >
      <PageHeader title={t("title")} detail={profile.label ?? undefined} description={t("lead")} />
      <div className="grid gap-stack lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-stack">
          {photo ? (
            <OwnPhotoSection
              photo={photo}
              name={{ family: profile.familyName, personal: profile.personalName }}
            />
          ) : null}
          <IdentityCard profile={profile} waiting={waiting} />
          <KhmerNameCard name={khmer} editable own />
          <PaperCard papers={person.papers ?? []} waits={waiting.has("PAPERS")} />
        </div>
        <div className="flex min-w-0 flex-col gap-stack">
          {profile.record ? (
            <>
              <PhoneList {...profile.record} phones={profile.phones} editable own />
              <ContactList {...profile.record} contacts={profile.contacts} editable own />
            </>
          ) : null}
          <DetailList
            personId={profile.personId}
            words="addresses"
            rows={(person.addresses ?? []).map((row) => addressRow(row, words))}
            fields={addressFields({ t: words.t, locale: format.locale })}
            editable
            save={saveOwnAddress}
            remove={removeOwnAddress}
          />
          <Section title={t("requests")} framed>
            <RequestList
              requests={requests}
              none={t("requestsNone")}
              action={({ id, version, status, topic }) =>
                status === "PENDING" ? (
                  <WithdrawButton id={id} version={version} label={all(`topics.${topic}`)} texts={withdraw} />
                ) : null
              }
            />
          </Section>
          <OwnDataSection of={null} files={files} />
        </div>
      </div>
    </ClientMessages>
  );
}
