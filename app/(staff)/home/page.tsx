import "@/lib/operations/approval-kinds";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WaitingSection } from "@/components/approvals/waiting-section";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { KeyDateList } from "@/components/registration/key-date-list";
import { buttonVariants } from "@/components/ui/button";
import { waitingForHome } from "@/lib/approvals/home";
import { listCurrentTerms } from "@/lib/calendar/queries";
import { listKeyDates } from "@/lib/classes/queries/key-dates";
import { countPendingRequests } from "@/lib/people/change-requests/count";
import { countOpenDuplicates } from "@/lib/people/duplicates/queries";
import { countPhotoWork } from "@/lib/people/photos/work-list";
import { findOwnName } from "@/lib/people/queries/own-name";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getRegistrarHome } from "@/lib/registration/queries/registrar-home";
import { FillingList } from "./_components/filling-list";
import { HomeSearch } from "./_components/home-search";
import { ProblemList } from "./_components/problem-list";
import { TermList } from "./_components/term-list";
import { WorkList } from "./_components/work-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** The desk of staff: the search in the middle; for registrars what waits, terms and seats, for others their work. */
export default async function StaffHomePage() {
  const actor = await requirePage("home:staff");
  const today = campusToday();
  const registers = can(actor, "registration:read");
  const [name, home, duplicates, changeRequests, photos, terms, waiting, t, dates] = await Promise.all([
    findOwnName(actor),
    registers ? getRegistrarHome(actor) : null,
    registers ? countOpenDuplicates(actor) : null,
    registers ? countPendingRequests(actor) : null,
    registers ? countPhotoWork(actor, ["unverified", "overdue"]) : null,
    !registers && can(actor, "calendar:read") ? listCurrentTerms(actor) : [],
    waitingForHome(actor),
    getTranslations("home"),
    getTranslations("registration.keyDates"),
  ]);
  const coming = can(actor, "calendar:read") ? await listKeyDates(actor, home?.terms ?? terms, 60) : [];
  const lead = loose(await getTranslations("home.lead"));
  return (
    <>
      <PageHeader
        title={t("greeting", { name })}
        description={lead.has(actor.role) ? lead(actor.role) : undefined}
      />
      {can(actor, "people:search") ? (
        <div className="mb-6">
          <HomeSearch />
          <p className="mt-3 flex flex-wrap gap-2">
            {can(actor, "registration:enrol") ? (
              <Link href="/enrol" prefetch={false} className={buttonVariants()}>
                {t("quick.enrol")}
              </Link>
            ) : null}
            {can(actor, "people:import") ? (
              <Link
                href="/students/import"
                prefetch={false}
                className={buttonVariants({ variant: "outline" })}
              >
                {t("quick.import")}
              </Link>
            ) : null}
          </p>
        </div>
      ) : null}
      <WaitingSection {...waiting} className="mb-6 max-w-3xl" />
      {home ? (
        <div className="grid gap-6 lg:grid-cols-2 xl:grid-cols-[minmax(0,3fr)_minmax(0,4fr)_minmax(0,3fr)]">
          <Section framed title={t("problems.title")}>
            <ProblemList
              problems={{
                ...home.problems,
                duplicates,
                changeRequests,
                unverifiedPhotos: photos?.unverified ?? null,
                overduePhotos: photos?.overdue ?? null,
              }}
            />
          </Section>
          <div className="flex min-w-0 flex-col gap-6">
            <Section framed title={t("terms.title")}>
              <TermList terms={home.terms} today={today} />
            </Section>
            <Section framed title={t("filling.title")}>
              <FillingList classes={home.filling} />
            </Section>
          </div>
          <Section framed title={dates("title")}>
            <KeyDateList dates={coming.slice(0, 12)} />
          </Section>
        </div>
      ) : (
        <div className="grid gap-6 lg:grid-cols-2">
          <Section framed title={t("work.title")}>
            <WorkList actor={actor} />
          </Section>
          {can(actor, "calendar:read") ? (
            <Section framed title={dates("title")}>
              <KeyDateList dates={coming.slice(0, 12)} />
            </Section>
          ) : null}
        </div>
      )}
    </>
  );
}
