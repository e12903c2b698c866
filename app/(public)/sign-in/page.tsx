import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Seal } from "@/components/ui/mark";
import { HOME_OF } from "@/lib/platform/access/roles";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { findActor } from "@/lib/platform/auth/page";
import { listPersonas } from "@/lib/platform/auth/personas";
import { safeNext } from "@/lib/platform/auth/safe-next";
import { PersonaList } from "./_components/persona-list";
import { RefusalNotice } from "./_components/refusal-notice";
import { SignInForm } from "./_components/sign-in-form";
import { UniversityEntry } from "./_components/university-entry";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * Where everybody comes in: by the university's account where Keycloak is configured, otherwise by password. On the
 * demo campus it offers one invented person per role beside the form. `?emergency` is for who was opened by command.
 */
export default async function SignInPage({ searchParams }: Props) {
  const { next, refused, error, ref, emergency } = await searchParams;
  const target = safeNext(typeof next === "string" ? next : null, "");
  const actor = await findActor();
  if (actor) redirect(target || HOME_OF[actor.role]);
  const [t, personas] = await Promise.all([getTranslations("auth"), listPersonas()]);
  const hasPersonas = personas.length > 0;
  const isEmergency = emergency !== undefined && keycloak() !== null;
  const byKeycloak = keycloak() !== null && !isEmergency;
  const lead = isEmergency ? t("keycloak.emergencyLead") : target ? t("back") : t("lead");
  return (
    <div
      className={`mx-auto grid w-full items-start gap-x-16 gap-y-10 pt-6 sm:pt-14 ${hasPersonas ? "max-w-4xl lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]" : "max-w-sm"}`}
    >
      <section aria-labelledby="sign-in-title" className="min-w-0">
        <Seal className="mb-5 size-16 text-laterite" />
        <h1 id="sign-in-title" className="font-semibold text-2xl tracking-tight">
          {isEmergency ? t("keycloak.emergencyTitle") : t("title")}
        </h1>
        <p className="mt-1 mb-6 text-muted-foreground">{lead}</p>
        {/* next-auth's own word for a failure (`error`) says nothing to a person. */}
        <RefusalNotice refused={refused ?? (error ? "failed" : undefined)} reference={ref} />
        {byKeycloak ? (
          <UniversityEntry next={target} />
        ) : (
          <SignInForm
            next={target}
            texts={{
              email: t("email"),
              password: t("password"),
              show: t("showPassword"),
              hide: t("hidePassword"),
              submit: t("submit"),
            }}
          />
        )}
        <p className="mt-6 border-t pt-4 text-muted-foreground text-sm">
          {isEmergency ? (
            <a className="link" href="/sign-in">
              {t("keycloak.emergencyBack")}
            </a>
          ) : (
            t("help")
          )}
        </p>
      </section>
      {hasPersonas ? <PersonaList personas={personas} next={target} /> : null}
    </div>
  );
}
