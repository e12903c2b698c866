import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import type { MergePreview } from "@/lib/messages/queries/preview";
import type { Language, TemplateDto } from "@/lib/messages/schemas";
import type { PeopleSelection } from "@/lib/people/selection";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { MessageText } from "../../_components/message-words";
import { StartButton } from "./start-button";

type Props = {
  selection: PeopleSelection;
  template: TemplateDto;
  language: Language;
  preview: MergePreview;
  /** Mails cannot be sent from this installation. */
  mailOff: boolean;
};

/** How many get it, whom it misses, how the first few read, and the button that begins. */
export async function PreviewSection({ selection, template, language, preview, mailOff }: Props) {
  const [t, facts, format] = await Promise.all([
    getTranslations("mailings.merge"),
    getTranslations("mailings.facts"),
    getFormat(),
  ]);
  const isMail = template.medium === "EMAIL";
  const reached = preview.people - preview.unreachable;
  return (
    <>
      <Facts>
        <Fact label={t("people")} value={format.number(preview.people)} />
        <Fact label={t("reached")} value={format.number(reached)} />
        {isMail ? <Fact label={t("unreachable")} value={format.number(preview.unreachable)} /> : null}
      </Facts>
      {mailOff ? <Alert variant="warning">{t("off")}</Alert> : null}
      {preview.unreachable > 0 ? (
        <Alert variant="info">{t("unreachableText", { count: preview.unreachable })}</Alert>
      ) : null}
      {preview.missing.length > 0 ? (
        <Alert variant="warning">
          <ul>
            {preview.missing.map(({ fact, people }) => (
              <li key={fact}>{t("missing", { count: people, fact: facts(fact) })}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Section title={t("preview", { count: preview.shown.length })}>
        <ol className="grid gap-3">
          {preview.shown.map((each) => (
            <li key={`${each.number}-${each.name}`} className="overflow-hidden rounded-lg border bg-card">
              <p className="tabular flex flex-wrap gap-x-3 border-b px-4 py-2 text-muted-foreground text-xs">
                <span>{each.number}</span>
                <span>{each.name}</span>
                {isMail ? <span>{each.address ?? t("unreachable")}</span> : null}
              </p>
              <MessageText lang={each.locale} subject={each.subject || null} body={each.body} />
            </li>
          ))}
        </ol>
      </Section>
      <ClientMessages namespaces={["mailings.merge"]}>
        <StartButton
          input={{ selection, templateId: template.id, templateVersion: template.version, language }}
          isMail={isMail}
          count={isMail ? reached : preview.people}
          off={mailOff || reached === 0}
        />
      </ClientMessages>
    </>
  );
}
