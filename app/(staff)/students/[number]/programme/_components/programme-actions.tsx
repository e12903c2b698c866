import { getTranslations } from "next-intl/server";
import { StudiesButton } from "@/components/studies/studies-button";
import { programmeText } from "@/components/studies/words";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { ProgrammeEnrolmentRow } from "@/lib/studies/schemas";

type Props = { number: number; programme: ProgrammeEnrolmentRow; today: Day; mayEnter: boolean };

/** What staff may do with a programme: end it, take it up again, take over newer degree rules. */
export async function ProgrammeActions({ number, programme, today, mayEnter }: Props) {
  const [t, format] = await Promise.all([getTranslations("programmes"), getFormat()]);
  const { id, version, status, kind, startDate, catalogueDate } = programme;
  const name = programmeText(programme, format);
  const row = { number, id, version, programme: name };
  const latest = startDate > today ? startDate : today;
  const button = (action: string) => ({
    variant: "outline" as const,
    size: "sm" as const,
    "aria-label": t("moreOf", { action, programme: name }),
  });
  if (status !== "ACTIVE") {
    return mayEnter ? (
      <StudiesButton {...button(t("reopen"))} asked={{ kind: "reopen", ...row }}>
        {t("reopen")}
      </StudiesButton>
    ) : null;
  }
  return (
    <>
      <StudiesButton
        {...button(t("end"))}
        asked={{ kind: "end", ...row, language: kind === "LANGUAGE", start: startDate, today }}
      >
        {t("end")}
      </StudiesButton>
      {kind === "ACADEMIC" && catalogueDate < latest && (
        <StudiesButton
          {...button(t("catalogue"))}
          asked={{ kind: "catalogue", ...row, catalogueDate, dateText: format.date(catalogueDate), latest }}
        >
          {t("catalogue")}
        </StudiesButton>
      )}
    </>
  );
}
