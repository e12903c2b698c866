import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import type { PaperRow } from "@/lib/people/details/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { AskLink } from "./identity-card";

/** The own papers; a new one, or a change of one, is asked for with its picture. */
export async function PaperCard({ papers, waits }: { papers: readonly PaperRow[]; waits: boolean }) {
  const [t, details, format] = await Promise.all([
    getTranslations("changeRequests.profile"),
    getTranslations("personDetails"),
    getFormat(),
  ]);
  const kind = (paper: PaperRow) => loose(details)(`paperKind.${paper.kind}`);
  return (
    <Section
      title={t("papers")}
      framed
      actions={<AskLink topic="PAPERS" waits={waits} label={t("paperAdd")} />}
    >
      {papers.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{t("papersNone")}</p>
      ) : (
        <ul className="divide-y">
          {papers.map((paper) => (
            <li key={paper.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {kind(paper)} <span className="tabular">{paper.number}</span>
                  <Badge variant={paper.verifiedAt ? "success" : "default"}>
                    {t(paper.verifiedAt ? "paperVerified" : "paperUnverified")}
                  </Badge>
                </p>
                {paper.expiresOn ? (
                  <p className="text-muted-foreground">
                    {t("paperExpires", { date: format.date(paper.expiresOn) })}
                  </p>
                ) : null}
              </div>
              {waits ? null : (
                <Link
                  href={`/my/profile/ask/papers?paper=${paper.id}`}
                  prefetch={false}
                  className="link touch:py-2"
                  aria-label={t("askOf", { topic: `${kind(paper)} ${paper.number}` })}
                >
                  {t("ask")}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
