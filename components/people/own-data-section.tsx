import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import type { OwnDataRow } from "@/lib/people/own-data/schemas";
import type { RecordRef } from "@/lib/people/record-ref";
import { campusDay } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { OwnDataButton } from "./own-data-button";
import { RefreshWhile } from "./refresh-while";

type Props = {
  /** The record of somebody else; null: one's own. */
  of: RecordRef | null;
  /** listOwnDataFiles, the newest first. */
  files: OwnDataRow[];
  className?: string;
};

/** A person's own data as a file: asking for it, and the files that can be fetched. */
export async function OwnDataSection({ of, files, className }: Props) {
  const [t, format] = await Promise.all([getTranslations("ownData"), getFormat()]);
  const making = files[0]?.state === "making";
  return (
    <Section
      title={of ? t("section.titleOther") : t("section.title")}
      className={className}
      actions={
        making ? null : (
          <ClientMessages namespaces={["ownData.ask", "feedback"]}>
            <OwnDataButton of={of} />
          </ClientMessages>
        )
      }
    >
      <p id="own-data" className="mb-3 max-w-prose text-muted-foreground text-sm">
        {of ? t("section.leadOther") : t("section.lead")}
      </p>
      {making ? <RefreshWhile /> : null}
      {files.length > 0 ? (
        <ul className="divide-y rounded-lg border bg-card text-sm">
          {files.map((file) => (
            <li
              key={file.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5"
            >
              <span>
                {t("section.asked", { date: format.dateTime(file.createdAt) })}
                <span className="ml-2 text-muted-foreground">
                  {file.state === "ready" && file.expiresAt
                    ? t("section.until", { date: format.date(campusDay(file.expiresAt)) })
                    : t(`section.state.${file.state}`)}
                </span>
              </span>
              {file.state === "ready" ? (
                <a href={`/api/own-data/${file.id}`} download className="link">
                  {t("section.fetch")}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
