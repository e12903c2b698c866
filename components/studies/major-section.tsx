import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { tellReason } from "@/lib/platform/i18n/stored-reason";
import type { DeclarationRow, MajorOption } from "@/lib/studies/schemas";
import { StudiesButton } from "./studies-button";
import { majorChoices, programmeText } from "./words";

type Props = {
  number: number;
  declarations: readonly DeclarationRow[];
  /** What may be declared; null for who may not ask. */
  majors: readonly MajorOption[] | null;
  /** A change waits for its decision already. */
  waiting: boolean;
  /** The academic programme in which the student is active: leaving it is a change too. */
  active: { code: string; cycle: string } | null;
};

/** The declared major, those before, and the way to declare or change it. */
export async function MajorSection({ number, declarations, majors, waiting, active }: Props) {
  const [t, reasons, format] = await Promise.all([
    getTranslations("programmes.major"),
    getTranslations("reasons"),
    getFormat(),
  ]);
  const current = declarations.find((each) => each.status === "CURRENT");
  const earlier = declarations.filter((each) => each.status === "SUPERSEDED");
  const offered = (majors ?? []).filter((major) => major.code !== current?.programme.code);
  // Who studies a degree declares that one; anybody else a major of a cycle that is still open to them.
  const toDeclare = offered.filter((major) =>
    active ? major.code === active.code && current?.cycle !== active.cycle : major.cycle !== current?.cycle,
  );
  const toChange = offered.filter(
    (major) =>
      major.code !== active?.code && (major.cycle === active?.cycle || major.cycle === current?.cycle),
  );
  return (
    <Section
      framed
      title={t("title")}
      actions={
        <>
          {toDeclare.length > 0 && (
            <StudiesButton
              variant="ghost"
              size="sm"
              asked={{ kind: "declare", number, majors: majorChoices(toDeclare, format) }}
            >
              {t("declare")}
            </StudiesButton>
          )}
          {toChange.length > 0 && !waiting && (
            <StudiesButton
              variant="ghost"
              size="sm"
              asked={{ kind: "change", number, majors: majorChoices(toChange, format) }}
            >
              {t("change")}
            </StudiesButton>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-1 px-4 py-3">
        {current ? (
          <>
            <p className="font-medium">{programmeText(current.programme, format)}</p>
            <p className="text-muted-foreground text-sm">
              {[
                current.programme.code,
                t("since", { date: format.date(current.declaredOn) }),
                current.isSelfDeclared && t("self"),
                current.reason && tellReason(loose(reasons), current.reason),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </>
        ) : (
          <p className="text-muted-foreground text-sm">{t("none")}</p>
        )}
        {earlier.map((each) => (
          <p key={each.id} className="text-muted-foreground text-sm">
            {t("earlier", {
              major: programmeText(each.programme, format),
              date: format.date(each.declaredOn),
            })}
          </p>
        ))}
      </div>
    </Section>
  );
}
