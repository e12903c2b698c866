import { getTranslations } from "next-intl/server";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import type { PersonProject } from "@/lib/classes/projects/of-person";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { ProjectStatusBadge } from "./project-status";

type Props = {
  rows: readonly PersonProject[];
  /** A student is shown the advisor, the advisor the students. */
  of: "student" | "advisor";
  className?: string;
};

/** The senior-project groups of a person, each the way to its page for who may open it. Nothing where there are none. */
export async function PersonProjects({ rows, of, className }: Props) {
  if (rows.length === 0) return null;
  const [t, format] = await Promise.all([getTranslations("projects"), getFormat()]);
  const people = (row: PersonProject) =>
    of === "advisor"
      ? row.members.map((member) => format.name(member)).join(", ")
      : t("person.advisor", { name: row.advisor ? format.name(row.advisor) : t("noAdvisor") });
  return (
    <Section
      framed
      title={t(of === "advisor" ? "person.advised" : "person.own")}
      detail={format.number(rows.length)}
      className={className}
    >
      <ItemList>
        {rows.map((row) => (
          <ListItem
            key={row.id}
            href={row.opens ? `/project-groups/${row.id}` : undefined}
            title={row.title}
            detail={
              <>
                <span className="block">
                  {row.code} · {format.words(row.termName)}
                </span>
                <span className="block">{people(row)}</span>
              </>
            }
            trail={<ProjectStatusBadge status={row.status} />}
          />
        ))}
      </ItemList>
    </Section>
  );
}
