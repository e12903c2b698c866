import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import type { ProjectPage } from "@/lib/classes/projects/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { AdvisorButton } from "./project-buttons";

type Props = { found: ProjectPage; editable: boolean; linked: boolean };

/** Who advises the group, and the class in which its members are enrolled. */
export async function AdvisorSection({ found, editable, linked }: Props) {
  const [t, words, format] = await Promise.all([
    getTranslations("projects"),
    getTranslations("classes.timeOfDay"),
    getFormat(),
  ]);
  const { advisor } = found;
  return (
    <Section
      title={t("page.advisor")}
      actions={
        editable && (
          <AdvisorButton
            id={found.id}
            version={found.version}
            advisor={
              advisor && { id: advisor.id, name: format.name(advisor), number: String(advisor.number) }
            }
          />
        )
      }
    >
      <div className="rounded-lg border bg-card p-4 text-sm">
        {advisor ? (
          <p className="font-medium">
            {linked ? (
              <Link href={`/teachers/${advisor.number}`} prefetch={false} className="link">
                {format.name(advisor)}
              </Link>
            ) : (
              format.name(advisor)
            )}
            <span className="ml-2 font-normal text-muted-foreground">{format.otherName(advisor)}</span>
          </p>
        ) : (
          <p className="text-warning">{t("noAdvisor")}</p>
        )}
        {found.class && (
          <p className="mt-1">
            <Link href={`/classes/${found.class.id}`} prefetch={false} className="link">
              {`${found.code} ${found.class.section} · ${words(found.class.timeOfDay as "EVE")}`}
            </Link>
          </p>
        )}
      </div>
    </Section>
  );
}
