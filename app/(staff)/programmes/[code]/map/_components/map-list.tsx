import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { CourseMap, MapCourse } from "@/lib/curriculum/requirements/course-map";
import { needTexts } from "./need-texts";

type Props = { map: CourseMap; columns: readonly string[]; titleOf(course: MapCourse): string };

/** The map as a list, for a phone and below the drawing on paper: column by column, each course with what it needs and unlocks. */
export async function MapList({ map, columns, titleOf }: Props) {
  const t = await getTranslations("catalogue.map");
  const needs = [...map.edges, ...map.outside];
  return (
    <div className="grid gap-stack sm:hidden print:mt-4 print:block print:columns-2">
      {columns.map((title, column) => (
        <section key={title} aria-label={title} className="print:mb-3" data-print="together">
          <h2 className="mb-2 font-semibold text-sm">{title}</h2>
          <ul className="divide-y overflow-hidden rounded-lg border bg-card">
            {map.nodes
              .filter((node) => node.column === column)
              .map((node) => {
                const told = needTexts(node.code, needs, t);
                return (
                  <li key={node.code} className="px-4 py-2.5 text-sm">
                    <Link href={`/courses/${node.code}`} prefetch={false} className="link font-medium">
                      {node.code}
                    </Link>{" "}
                    {titleOf(node)}
                    {(["needs", "together", "unlocks"] as const).map((key) =>
                      told[key].length > 0 ? (
                        <p
                          key={key}
                          className="text-muted-foreground"
                        >{`${t(key)}: ${told[key].join(", ")}`}</p>
                      ) : null,
                    )}
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
