import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { loadCancelParams } from "@/lib/classes/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import { mailConfigured } from "@/lib/platform/mail/configured";
import { getCancelEffect } from "@/lib/registration/cancel-class/effect";
import { loadClass } from "../_components/load";
import { CancelFacts } from "./_components/cancel-facts";
import { CancelForm } from "./_components/cancel-form";
import { LeavingList } from "./_components/leaving-list";

type Props = PageProps<"/classes/[id]/cancel">;

async function load(params: Promise<{ id: string }>) {
  await requirePage("classes:edit");
  await requirePage("registration:drop");
  return loadClass(params);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await load(params);
  const t = await getTranslations("cancelling");
  return { title: t("title", { class: `${found.code} ${found.section}` }) };
}

/** What it means to cancel a class, and the one button that does it. */
export default async function CancelClassPage({ params, searchParams }: Props) {
  const { actor, found } = await load(params);
  const { together } = loadCancelParams(await searchParams);
  const [effect, t, classes, format] = await Promise.all([
    getCancelEffect(actor, found, together),
    getTranslations("cancelling"),
    getTranslations("classes"),
    getFormat(),
  ]);
  const name = `${found.code} ${found.section}`;
  const path = `/classes/${found.id}` as const;
  const names = (all: { code: string; section: string }[]) =>
    all.map(({ code, section }) => `${code} ${section}`).join(", ");
  const why = effect.move.value ? null : await getWhyText(effect.move);
  const back = (
    <Link href={path} prefetch={false} className={buttonVariants({ variant: "outline" })}>
      {t("back")}
    </Link>
  );
  return (
    <>
      <PageHeader
        title={t("title", { class: names(effect.classes) })}
        description={`${courseTitle(found, format)} · ${format.words(found.termName)}`}
        crumbs={{
          label: classes("title"),
          items: [
            { label: classes("title"), href: "/classes" },
            { label: name, href: path },
            { label: t("crumb") },
          ],
        }}
        actions={back}
      />
      {why ? (
        <Alert variant="warning" title={t("refused")}>
          {why.reasons.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
          {why.remedy ? <p>{why.remedy}</p> : null}
        </Alert>
      ) : (
        <div className="grid gap-stack">
          <Alert variant="warning">{t("lead")}</Alert>
          {effect.others.length > 0 ? (
            <Alert
              variant="info"
              action={
                <Link
                  href={`${path}/cancel?together=true`}
                  prefetch={false}
                  className={buttonVariants({ variant: "outline", size: "sm" })}
                >
                  {t("togetherLink")}
                </Link>
              }
            >
              {t("others", { classes: names(effect.others) })}
            </Alert>
          ) : null}
          {together && effect.classes.length > 1 ? (
            <p>
              <Link href={`${path}/cancel`} prefetch={false} className="link">
                {t("aloneLink", { class: name })}
              </Link>
            </p>
          ) : null}
          <CancelFacts effect={effect} mail={mailConfigured()} />
          <ClientMessages namespaces={["forms", "feedback", "cancelling.form"]}>
            <CancelForm
              key={String(together)}
              id={found.id}
              version={found.version}
              together={together}
              names={names(effect.classes)}
              seen={effect.seen}
              students={effect.students.length}
              mail={mailConfigured() && can(actor, "messages:send") && effect.reachable > 0}
              mailOff={!mailConfigured()}
            />
          </ClientMessages>
          <LeavingList
            students={effect.students}
            many={effect.classes.length > 1}
            linked={can(actor, "people:read")}
          />
        </div>
      )}
    </>
  );
}
