import "server-only";
import { getTranslations } from "next-intl/server";
import type { Found, FoundItem } from "@/components/layout/found";
import { searchClasses } from "@/lib/classes/queries/search-classes";
import { searchCourses } from "@/lib/curriculum/queries";
import { searchPeople } from "@/lib/people/queries/search-people";
import type { PersonHit } from "@/lib/people/schemas";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { type NameParts, otherScriptName, personName } from "@/lib/platform/i18n/names";

const AT_MOST = { students: 8, employees: 4, classes: 5, courses: 4 } as const;

/**
 * What fits a text, by group; groups without a hit are left out. Each part asks for its own right and answers with
 * nothing to who has none, so that the palette serves every role.
 */
export async function findEverything(actor: AccountActor, q: string): Promise<Found> {
  const finds = can(actor, "people:search");
  // Teachers and staff are found by who may open their records, classes by who teaches or reads them.
  const [students, employees, classes, courses] = await Promise.all([
    finds ? searchPeople(actor, { q, kind: "student", limit: AT_MOST.students }) : [],
    finds && can(actor, "people:read")
      ? searchPeople(actor, { q, kind: "employee", limit: AT_MOST.employees })
      : [],
    searchClasses(actor, q, AT_MOST.classes),
    can(actor, "classes:read") ? searchCourses(actor, q, AT_MOST.courses) : [],
  ]);
  const [people, search] = await Promise.all([getTranslations("people"), getTranslations("search")]);
  const km = actor.locale === "km";
  const classPath = can(actor, "classes:read") ? "/classes" : "/teach/classes";
  const groups: Found["groups"] = [
    {
      key: "students",
      items: students.map((hit) => ({
        ...named(hit, actor),
        id: `student-${hit.personId}`,
        href: can(actor, "people:read") ? `/students/${hit.number}` : `/students?q=${hit.number}`,
        code: hit.number,
        detail: hit.status ? people(`status.${hit.status}`) : null,
        past: hit.status !== "ACTIVE",
      })),
    },
    {
      key: "employees",
      items: employees.map((hit) => ({
        ...named(hit, actor),
        id: `employee-${hit.personId}`,
        href: hit.isTeacher ? `/teachers/${hit.teacherNumber}` : `/staff/${hit.staffNumber}`,
        code: String(hit.teacherNumber ?? hit.staffNumber),
        detail: search(hit.isTeacher ? (hit.isStaff ? "teacherAndStaff" : "teacher") : "staff"),
        past: !hit.employed,
      })),
    },
    {
      key: "classes",
      items: classes.map((hit) => ({
        id: `class-${hit.id}`,
        href: `${classPath}/${hit.id}`,
        code: `${hit.code} ${hit.section}`,
        label: (km && hit.titleKm) || hit.title,
        other: null,
        detail: hit.termName[actor.locale],
        past: !hit.open,
      })),
    },
    {
      key: "courses",
      items: courses.map((hit) => ({
        id: `course-${hit.code}`,
        href: `/classes?q=${encodeURIComponent(hit.code)}`,
        code: hit.code,
        label: (km && hit.titleKm) || hit.title,
        other: null,
        detail: search("credits", { count: hit.credits }),
        past: false,
      })),
    },
  ];
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    all: finds && students.length > 0 ? `/students?q=${encodeURIComponent(q.trim())}` : null,
  };
}

function named(hit: PersonHit & NameParts, actor: AccountActor): Pick<FoundItem, "label" | "other"> {
  return { label: personName(hit, actor.locale), other: otherScriptName(hit, actor.locale) };
}
