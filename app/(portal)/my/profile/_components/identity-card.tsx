import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { RecordFields } from "@/components/forms/record-fields";
import { FactList, FactRow } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import type { AskedTopic } from "@/lib/people/change-requests/rules";
import { editOwnEmail } from "@/lib/people/own/actions";
import type { OwnProfile } from "@/lib/people/own/queries";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { countryName } from "@/lib/platform/i18n/country-name";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { latinName } from "@/lib/platform/i18n/names";

/** The way to ask for a correction, or that one waits already. */
export async function AskLink({
  topic,
  waits,
  label,
}: {
  topic: AskedTopic;
  waits: boolean;
  label?: string;
}) {
  const t = await getTranslations("changeRequests");
  if (waits) return <Badge variant="info">{t("profile.waiting")}</Badge>;
  return (
    <Link
      href={`/my/profile/ask/${topic.toLowerCase().replace("_", "-")}`}
      prefetch={false}
      aria-label={label ?? t("profile.askOf", { topic: t(`topics.${topic}`) })}
      className={buttonVariants({ variant: "outline", size: "sm", className: "touch:h-11" })}
    >
      {label ?? t("profile.ask")}
    </Link>
  );
}

/** Names, birth and e-mail as they are on file; what prints is asked for, the private e-mail is changed here. */
export async function IdentityCard({
  profile,
  waiting,
}: {
  profile: OwnProfile;
  waiting: ReadonlySet<string>;
}) {
  const [t, people, format] = await Promise.all([
    getTranslations("changeRequests.profile"),
    getTranslations("people.record"),
    getFormat(),
  ]);
  const { dateOfBirth, birthProvince, citizenship, schoolEmail, personalEmail, version } = profile;
  const province = BIRTH_PROVINCES.find((each) => each.code === birthProvince)?.[format.locale];
  const birth = [dateOfBirth && format.date(dateOfBirth), province].filter(Boolean).join(" · ");
  return (
    <Section title={t("identity")}>
      <div className="flex flex-col gap-3 rounded-lg border bg-card p-4">
        <FactList>
          <FactRow label={t("name")}>
            <span className="flex flex-wrap items-center justify-between gap-2">
              <strong className="font-medium">{latinName(profile)}</strong>
              <AskLink topic="LATIN_NAME" waits={waiting.has("LATIN_NAME")} />
            </span>
          </FactRow>
          <FactRow label={t("birth")}>
            <span className="flex flex-wrap items-center justify-between gap-2">
              {birth || t("unknown")}
              <AskLink topic="BIRTH" waits={waiting.has("BIRTH")} />
            </span>
          </FactRow>
          <FactRow label={t("citizenship")}>{countryName(citizenship, format.locale)}</FactRow>
          {schoolEmail ? <FactRow label={t("schoolEmail")}>{schoolEmail}</FactRow> : null}
        </FactList>
      </div>
      <div className="mt-3">
        <ClientMessages namespaces={["forms"]}>
          <RecordFields
            action={editOwnEmail}
            record={{}}
            version={version}
            editable
            fields={[
              { field: "personalEmail", label: people("personalEmail"), value: personalEmail, kind: "email" },
            ]}
          />
        </ClientMessages>
      </div>
    </Section>
  );
}
