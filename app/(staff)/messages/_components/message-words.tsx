import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { paragraphsOf } from "@/lib/messages/placeholders";
import type { MergeContent } from "@/lib/messages/schemas";

/** The words of a message in the languages that it speaks, places for facts as written. */
export async function MessageWords({ words }: { words: MergeContent }) {
  const t = await getTranslations("mailings.template");
  const spoken = [
    { lang: "km", label: t("khmer"), subject: words.subjectKm, body: words.bodyKm },
    { lang: "en", label: t("english"), subject: words.subjectEn, body: words.bodyEn },
  ].filter(({ body }) => body);
  return (
    <div className="grid gap-stack lg:grid-cols-2">
      {spoken.map(({ lang, label, subject, body }) => (
        <Section key={lang} title={label} framed>
          <MessageText lang={lang} subject={subject} body={body ?? ""} />
        </Section>
      ))}
    </div>
  );
}

/** Subject and paragraphs as they are read. */
export function MessageText({ lang, subject, body }: { lang: string; subject: string | null; body: string }) {
  return (
    <div lang={lang} className="wrap-anywhere flex flex-col gap-3 px-4 py-3 text-sm">
      {subject ? <p className="font-semibold">{subject}</p> : null}
      {paragraphsOf(body).map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and never change places
        <p key={index} className="whitespace-pre-line">
          {lines.join("\n")}
        </p>
      ))}
    </div>
  );
}
