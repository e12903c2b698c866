import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClassHeading } from "@/components/classes/class-heading";
import { ClassTabs } from "@/components/classes/class-tabs";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { findCombinedView } from "@/lib/classes/combined/members";
import { can } from "@/lib/platform/access/actor";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { loadClass } from "../_components/load";
import { CandidateList } from "./_components/candidate-list";
import { MemberList } from "./_components/member-list";

export async function generateMetadata({ params }: PageProps<"/classes/[id]/combined">): Promise<Metadata> {
  const [{ found }, t] = await Promise.all([loadClass(params), getTranslations("classes.tabs")]);
  return { title: `${found.code} ${found.section}: ${t("combined")}` };
}

/** The classes that are taught as one with this, and those that could be, each with what stands in the way. */
export default async function CombinedPage({ params, searchParams }: PageProps<"/classes/[id]/combined">) {
  const { actor, found } = await loadClass(params);
  const [view, query, t, classes, format] = await Promise.all([
    findCombinedView(actor, found.id),
    searchParams.then(flatParams),
    getTranslations("classEdit.combined"),
    getTranslations("classes"),
    getFormat(),
  ]);
  const over = found.status === "COMPLETED" || found.status === "CANCELLED";
  const editable = can(actor, "classes:edit") && !over;
  const wanted = (query.q ?? "").trim().toLowerCase();
  const candidates = (view?.candidates ?? []).filter(({ code, section, title, titleKm }) =>
    `${code} ${section} ${title} ${titleKm ?? ""}`.toLowerCase().includes(wanted),
  );
  return (
    <ClientMessages namespaces={["forms", "classEdit.combined"]}>
      <ClassHeading
        found={found}
        crumbs={{ label: classes("title"), items: [{ label: classes("title"), href: "/classes" }] }}
      />
      <ClassTabs actor={actor} classId={found.id} />
      <p className="mb-stack max-w-3xl text-muted-foreground text-sm">
        {t("lead")}{" "}
        <Link href="/combined-courses" prefetch={false} className="link">
          {t("templates")}
        </Link>
      </p>
      <div className="flex flex-col gap-6">
        {view && (
          <Section
            framed
            title={view.name ?? t("members")}
            detail={t("seats", {
              taken: view.own.seats.taken + view.own.seats.offered,
              capacity: view.own.seats.capacity,
            })}
          >
            <MemberList own={view.own} others={view.with} editable={editable} />
          </Section>
        )}
        {view && editable && (
          <Section
            framed
            title={t("candidates")}
            detail={format.number(candidates.length)}
            actions={
              <search>
                <form className="flex gap-2">
                  <Input
                    name="q"
                    type="search"
                    defaultValue={query.q ?? ""}
                    aria-label={t("search")}
                    placeholder={t("search")}
                    className="max-w-56"
                  />
                  <Button type="submit" variant="outline">
                    {t("filter")}
                  </Button>
                </form>
              </search>
            }
          >
            <CandidateList own={view.own} candidates={candidates} />
          </Section>
        )}
      </div>
    </ClientMessages>
  );
}
