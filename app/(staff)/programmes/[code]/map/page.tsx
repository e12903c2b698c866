import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PrintButton } from "@/components/registration/print-button";
import { buttonVariants } from "@/components/ui/button";
import { loadCatalogueParams } from "@/lib/curriculum/programmes/search-params";
import { courseMap } from "@/lib/curriculum/requirements/course-map";
import { readMap } from "@/lib/curriculum/requirements/map-query";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { DayForm } from "../_components/day-form";
import { loadProgramme } from "../_components/load";
import { CourseMapView } from "./_components/course-map-view";
import { MapList } from "./_components/map-list";
import { placeMap } from "./_components/place-map";

type Props = PageProps<"/programmes/[code]/map">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { programme } = await loadProgramme(params, "/map");
  const t = await getTranslations("catalogue");
  return { title: `${t("map.title")} · ${programme.code}` };
}

/** A degree as a map: its courses in columns, and what unlocks what. A list on a phone. */
export default async function ProgrammeMapPage({ params, searchParams }: Props) {
  const { actor, programme } = await loadProgramme(params, "/map");
  const [t, format, { on: wanted, by }] = await Promise.all([
    getTranslations("catalogue"),
    getFormat(),
    loadCatalogueParams(searchParams),
  ]);
  const on = wanted ?? campusToday();
  const { courses, needs } = await readMap(actor, programme.id, on);
  const path = `/programmes/${programme.code}/map`;
  if (courses.length === 0)
    return (
      <EmptyState icon="git-compare" title={t("map.none")}>
        {programme.kind === "LANGUAGE" ? t("requirements.language") : t("map.noneText")}
      </EmptyState>
    );
  const map = courseMap(courses, needs, by, programme.cycle.typicalTerms);
  const titleOf = (number: number) =>
    by === "term" ? t("map.term", { number }) : number === 0 ? t("map.start") : t("map.depth", { number });
  const columns = map.columns.map(titleOf);
  const label = t("map.label", { code: programme.code, count: map.nodes.length });
  const courseTitle = (course: { title: string; titleKm: string | null }) =>
    format.words({ en: course.title, km: course.titleKm ?? course.title });
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3" data-print="hide">
        <nav aria-label={t("map.by")} className="flex flex-wrap gap-1.5 text-sm">
          {(["term", "need"] as const).map((each) => (
            <Link
              key={each}
              href={`${path}?by=${each}&on=${on}`}
              prefetch={false}
              scroll={false}
              aria-current={each === by ? "true" : undefined}
              className={buttonVariants({ variant: each === by ? "secondary" : "outline", size: "sm" })}
            >
              {t(each === "term" ? "map.byTerm" : "map.byNeed")}
            </Link>
          ))}
        </nav>
        <div className="flex flex-wrap items-end gap-2">
          <DayForm
            path={path}
            on={on}
            label={t("requirements.on")}
            submit={t("requirements.show")}
            keep={{ by }}
          />
          <PrintButton>{t("requirements.print")}</PrintButton>
        </div>
      </div>
      <ClientMessages namespaces={["catalogue.map"]}>
        <CourseMapView
          label={label}
          placed={placeMap(map, by)}
          columns={columns}
          titles={Object.fromEntries(map.nodes.map((node) => [node.code, courseTitle(node)]))}
          outside={map.outside}
        />
      </ClientMessages>
      <MapList map={map} columns={columns} titleOf={courseTitle} />
    </>
  );
}
