"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { type MapNeed, reaches } from "@/lib/curriculum/requirements/course-map";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { MapDetail } from "./map-detail";
import type { PlacedCourse, PlacedMap } from "./place-map";
import { stepFrom } from "./step-from";

type Props = {
  label: string;
  placed: PlacedMap;
  columns: readonly string[];
  /** Title of each course in the reader's language. */
  titles: Record<string, string>;
  outside: readonly MapNeed[];
};

/** Width in px from which a course has room for its credits beside the code. */
const ROOMY = 160;

type Look = "self" | "before" | "after" | "off" | "plain";

const NODE: Record<Look, string> = {
  plain: "",
  self: "border-primary ring-2 ring-primary",
  before: "border-info bg-info-subtle",
  after: "border-success bg-success-subtle",
  off: "opacity-60",
};
const EDGE: Record<Exclude<Look, "self">, string> = {
  plain: "stroke-current text-muted-foreground/50",
  before: "stroke-2 stroke-current text-info",
  after: "stroke-2 stroke-current text-success",
  off: "stroke-current text-muted-foreground/15",
};

/**
 * The map of a degree. Pointing at a course, or moving to it by the arrow keys, shows everything on the way to it and
 * everything that it unlocks; Enter opens it.
 */
export function CourseMapView({ label, placed, columns, titles, outside }: Props) {
  const t = useTranslations("catalogue.map");
  const format = useFormat();
  const [active, setActive] = useState<string | null>(null);
  const [stop, setStop] = useState(placed.courses[0]?.code ?? "");
  const box = useRef<HTMLElement>(null);
  const before = useMemo(() => (active ? reaches(placed.edges, active, "before") : null), [placed, active]);
  const after = useMemo(() => (active ? reaches(placed.edges, active, "after") : null), [placed, active]);
  const look = (code: string): Look => {
    if (!active) return "plain";
    if (code === active) return "self";
    return before?.has(code) ? "before" : after?.has(code) ? "after" : "off";
  };
  const edgeLook = ({ course, needs }: { course: string; needs: string }): keyof typeof EDGE => {
    if (!active) return "plain";
    if (before?.has(needs) && (course === active || before.has(course))) return "before";
    return after?.has(course) && (needs === active || after.has(needs)) ? "after" : "off";
  };

  function onKeyDown(event: KeyboardEvent, course: PlacedCourse) {
    const next = stepFrom(placed.courses, course, event.key);
    if (!next) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-course="${next.code}"]`)?.focus();
  }

  return (
    <div className="max-sm:hidden print:block">
      <MapDetail active={active} placed={placed} titles={titles} outside={outside} />
      <section
        ref={box}
        aria-label={label}
        className="overflow-x-auto rounded-lg border bg-card p-4 print:overflow-visible print:border-0 print:p-0"
      >
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section around it is named; what it holds are links. */}
        <svg
          width={placed.width}
          height={placed.height}
          viewBox={`0 0 ${placed.width} ${placed.height}`}
          className="max-w-none print:h-auto print:w-full"
        >
          <g className="fill-none">
            {placed.edges.map((edge) => {
              const looks = EDGE[edgeLook(edge)];
              return (
                <g key={`${edge.needs}-${edge.course}`} className={looks}>
                  <path d={edge.path} strokeDasharray={edge.kind === "COREQUISITE" ? "4 4" : undefined} />
                  {edge.tip && <path d={edge.tip} className="fill-current stroke-none" />}
                </g>
              );
            })}
          </g>
          {placed.heads.map((head, place) => (
            <foreignObject key={head.x} x={head.x} y={0} width={head.width} height={head.height}>
              <p className="truncate border-b pb-1 font-medium text-muted-foreground text-xs leading-snug">
                {columns[place]}
              </p>
            </foreignObject>
          ))}
          {placed.courses.map((course) => (
            <foreignObject
              key={course.code}
              x={course.x}
              y={course.y}
              width={placed.node.width}
              height={placed.node.height}
              className="overflow-visible"
            >
              <Link
                href={`/courses/${course.code}`}
                prefetch={false}
                data-course={course.code}
                tabIndex={course.code === stop ? 0 : -1}
                onMouseEnter={() => setActive(course.code)}
                onMouseLeave={() => setActive(null)}
                onFocus={() => {
                  setStop(course.code);
                  setActive(course.code);
                }}
                onBlur={() => setActive(null)}
                onKeyDown={(event) => onKeyDown(event, course)}
                className={cn(
                  "flex size-full flex-col justify-center overflow-hidden rounded-md border bg-background px-2 py-1 text-left transition-colors motion-reduce:transition-none",
                  NODE[look(course.code)],
                )}
              >
                <span className="tabular truncate font-semibold text-xs leading-tight">
                  {course.code}
                  {placed.node.width >= ROOMY && (
                    <span className="ml-1 font-normal text-muted-foreground">
                      {t("credits", { count: course.credits })}
                    </span>
                  )}
                </span>
                <span className="line-clamp-2 text-xs leading-tight">{titles[course.code]}</span>
              </Link>
            </foreignObject>
          ))}
        </svg>
      </section>
      <p className="mt-2 max-w-prose text-muted-foreground text-sm" data-print="hide">
        {t("lead")} {format.digitsIn(t("help"))}
      </p>
    </div>
  );
}
