import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { can } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { LetterTable } from "../_components/letter-table";
import { loadScale } from "../_components/load";
import { ScaleHead } from "../_components/scale-head";

type Props = PageProps<"/scales/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadScale(params, "curriculum:read")).scale.name };
}

/** A version of a scale with its letters, and whether grades were given by it. */
export default async function ScalePage({ params }: Props) {
  const { actor, scale } = await loadScale(params, "curriculum:read");
  const [t, format] = await Promise.all([getTranslations("scales"), getFormat()]);
  return (
    <>
      <ScaleHead actor={actor} scale={scale} />
      <div className="flex max-w-xl flex-col gap-stack">
        {scale.used > 0 ? (
          <Alert variant="info">
            {t("used", {
              count: scale.used >= 10_000 ? `${format.number(10_000)}+` : format.number(scale.used),
            })}
          </Alert>
        ) : (
          can(actor, "curriculum:edit") && <Alert variant="info">{t("unused")}</Alert>
        )}
        <Section title={t("letters")} detail={scale.grades.length} framed>
          <LetterTable letters={scale.grades} />
        </Section>
        <p className="text-muted-foreground text-sm">{t("marks")}</p>
      </div>
    </>
  );
}
