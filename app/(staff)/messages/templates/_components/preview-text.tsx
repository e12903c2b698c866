"use client";

import { useTranslations } from "next-intl";
import type { FactValues } from "@/lib/messages/facts";
import { fill, paragraphsOf, unknownPlaces } from "@/lib/messages/placeholders";

type Props = { lang: string; label: string; subject: string; body: string; values: FactValues };

/** One language of a message with a person's facts in their places; what is wrong or not known stands below. */
export function PreviewText({ lang, label, subject, body, values }: Props) {
  const t = useTranslations("mailings");
  const written = `${subject}\n${body}`;
  const unknown = unknownPlaces(written);
  const { missing } = fill(written, values);
  return (
    <section aria-label={label} className="overflow-hidden rounded-lg border bg-card">
      <h3 className="border-b px-4 py-2 text-muted-foreground text-xs">{label}</h3>
      <div lang={lang} className="wrap-anywhere flex flex-col gap-3 px-4 py-3 text-sm">
        {subject ? <p className="font-semibold">{fill(subject, values).text}</p> : null}
        {body.trim() ? (
          paragraphsOf(fill(body, values).text).map((lines, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and hold no state
            <p key={index} className="whitespace-pre-line">
              {lines.join("\n")}
            </p>
          ))
        ) : (
          <p className="text-muted-foreground">{t("template.nothing")}</p>
        )}
      </div>
      {unknown.length > 0 ? (
        <p role="alert" className="border-t px-4 py-2 text-danger text-sm">
          {t("template.unknown", { places: unknown.join(", ") })}
        </p>
      ) : null}
      {missing.length > 0 ? (
        <p className="border-t px-4 py-2 text-sm text-warning">
          {t("template.missing", { facts: missing.map((fact) => t(`facts.${fact}`)).join(", ") })}
        </p>
      ) : null}
    </section>
  );
}
