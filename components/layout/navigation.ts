import type { IconName } from "@/components/ui/icon";
import type { Permission } from "@/lib/platform/access/permissions";
import type { RoleName } from "@/lib/platform/access/roles";

/** Groups of the sidebar of staff, in their order. The first has no heading. */
export const NAVIGATION_GROUPS = ["start", "people", "curriculum", "teaching", "administration"] as const;
export type NavigationGroup = (typeof NAVIGATION_GROUPS)[number];

export type NavigationItem = {
  href: `/${string}`;
  /** Key in the namespace `navigation`. */
  labelKey: NavigationLabel;
  icon: IconName;
  group: NavigationGroup;
  /** Shown to whoever holds one of them; none: to every signed-in person of `roles`. */
  permissions?: readonly Permission[];
  roles?: readonly RoleName[];
  /** Only this address counts as "here", not the pages below it. */
  exact?: boolean;
  /** Carries the number of requests that wait for the person. */
  counts?: true;
};

export type NavigationLabel =
  | "home"
  | "students"
  | "teachers"
  | "staff"
  | "importStudents"
  | "messages"
  | "positions"
  | "departments"
  | "classes"
  | "enrol"
  | "users"
  | "access"
  | "signIns"
  | "accessLog"
  | "settings"
  | "audit"
  | "changeSets"
  | "jobs"
  | "timetable"
  | "wishes"
  | "studies"
  | "approvals"
  | "photos"
  | "retention"
  | "profile"
  | "duplicates"
  | "changeRequests"
  | "khmerNames"
  | "terms"
  | "holidays"
  | "scales"
  | "partTemplates"
  | "myData"
  | "rooms"
  | "projectGroups"
  | "programmes"
  | "courses"
  | "textbooks";

/** Whose sidebar offers the curriculum; teachers and students read it too, but have no sidebar. */
const CURRICULUM_ROLES: readonly RoleName[] = [
  "registrar",
  "academic_director",
  "admissions_officer",
  "auditor",
];

/**
 * Everything that the shells can offer. It hides what a person may not open; it decides nothing: each page asks for
 * itself. Add an entry together with its page.
 */
export const NAVIGATION: readonly NavigationItem[] = [
  { href: "/home", labelKey: "home", icon: "house", group: "start", permissions: ["home:staff"] },

  { href: "/my", labelKey: "home", icon: "house", group: "start", roles: ["student"], exact: true },
  { href: "/my/timetable", labelKey: "timetable", icon: "calendar-days", group: "start", roles: ["student"] },
  {
    href: "/my/studies",
    labelKey: "studies",
    icon: "graduation-cap",
    group: "start",
    roles: ["student"],
  },
  {
    href: "/teach",
    labelKey: "home",
    icon: "house",
    group: "start",
    roles: ["teacher", "substitute"],
    exact: true,
  },
  {
    href: "/teach/timetable",
    labelKey: "timetable",
    icon: "calendar-days",
    group: "start",
    roles: ["teacher", "substitute"],
  },
  {
    href: "/teach/wishes",
    labelKey: "wishes",
    icon: "clock",
    group: "start",
    permissions: ["timetable:wish_own"],
  },
  {
    href: "/my/profile",
    labelKey: "myData",
    icon: "id-card",
    group: "start",
    permissions: ["people:edit_own"],
  },
  { href: "/approvals", labelKey: "approvals", icon: "inbox", group: "start", counts: true },
  {
    href: "/account",
    labelKey: "profile",
    icon: "user",
    group: "start",
    roles: ["student", "teacher", "substitute"],
  },

  {
    href: "/students",
    labelKey: "students",
    icon: "users",
    group: "people",
    permissions: ["people:read", "people:search"],
  },
  {
    href: "/teachers",
    labelKey: "teachers",
    icon: "graduation-cap",
    group: "people",
    permissions: ["people:read"],
  },
  { href: "/staff", labelKey: "staff", icon: "list-checks", group: "people", permissions: ["people:read"] },
  { href: "/photos", labelKey: "photos", icon: "id-card", group: "people", permissions: ["people:read"] },
  {
    href: "/messages",
    labelKey: "messages",
    icon: "mail",
    group: "people",
    permissions: ["messages:read"],
  },
  {
    href: "/students/import",
    labelKey: "importStudents",
    icon: "upload",
    group: "people",
    permissions: ["people:import"],
  },
  {
    href: "/duplicates",
    labelKey: "duplicates",
    icon: "copy",
    group: "people",
    permissions: ["people:read_duplicates"],
  },
  {
    href: "/change-requests",
    labelKey: "changeRequests",
    icon: "pencil",
    group: "people",
    permissions: ["people:read_requests"],
  },

  {
    href: "/khmer-names",
    labelKey: "khmerNames",
    icon: "languages",
    group: "people",
    permissions: ["people:edit"],
  },

  {
    href: "/positions",
    labelKey: "positions",
    icon: "clipboard-list",
    group: "people",
    permissions: ["organization:assign", "organization:edit", "people:read"],
  },
  {
    href: "/departments",
    labelKey: "departments",
    icon: "building-2",
    group: "people",
    permissions: ["organization:assign", "organization:edit", "people:read"],
  },

  {
    href: "/programmes",
    labelKey: "programmes",
    icon: "graduation-cap",
    group: "curriculum",
    permissions: ["curriculum:read"],
    roles: CURRICULUM_ROLES,
  },
  {
    href: "/courses",
    labelKey: "courses",
    icon: "book-open",
    group: "curriculum",
    permissions: ["curriculum:read"],
    roles: CURRICULUM_ROLES,
  },
  {
    href: "/textbooks",
    labelKey: "textbooks",
    icon: "file-text",
    group: "curriculum",
    permissions: ["curriculum:read"],
    roles: CURRICULUM_ROLES,
  },

  {
    href: "/scales",
    labelKey: "scales",
    icon: "hash",
    group: "curriculum",
    permissions: ["curriculum:read"],
    roles: CURRICULUM_ROLES,
  },
  {
    href: "/part-templates",
    labelKey: "partTemplates",
    icon: "layout-list",
    group: "curriculum",
    permissions: ["curriculum:read"],
    roles: CURRICULUM_ROLES,
  },
  {
    href: "/terms",
    labelKey: "terms",
    icon: "calendar-days",
    group: "teaching",
    permissions: ["calendar:edit", "classes:read"],
  },
  {
    href: "/holidays",
    labelKey: "holidays",
    icon: "calendar",
    group: "teaching",
    permissions: ["calendar:edit", "classes:read"],
  },
  { href: "/classes", labelKey: "classes", icon: "school", group: "teaching", permissions: ["classes:read"] },
  {
    href: "/timetable",
    labelKey: "timetable",
    icon: "calendar-days",
    group: "teaching",
    permissions: ["classes:read"],
  },
  {
    href: "/rooms",
    labelKey: "rooms",
    icon: "map-pin",
    group: "teaching",
    permissions: ["classes:read", "organization:edit_rooms"],
  },
  {
    href: "/project-groups",
    labelKey: "projectGroups",
    icon: "users",
    group: "teaching",
    permissions: ["classes:read"],
  },
  {
    href: "/enrol",
    labelKey: "enrol",
    icon: "user-plus",
    group: "teaching",
    permissions: ["registration:enrol"],
  },

  {
    href: "/admin/users",
    labelKey: "users",
    icon: "user-cog",
    group: "administration",
    permissions: ["access:read"],
  },
  {
    href: "/admin/access",
    labelKey: "access",
    icon: "key-round",
    group: "administration",
    permissions: ["access:read"],
  },
  {
    href: "/admin/settings",
    labelKey: "settings",
    icon: "settings",
    group: "administration",
    permissions: ["settings:read"],
  },
  {
    href: "/admin/sign-ins",
    labelKey: "signIns",
    icon: "door-open",
    group: "administration",
    permissions: ["access:read"],
  },
  {
    href: "/admin/access-log",
    labelKey: "accessLog",
    icon: "eye",
    group: "administration",
    permissions: ["access_log:read"],
  },
  {
    href: "/admin/retention",
    labelKey: "retention",
    icon: "archive",
    group: "administration",
    permissions: ["settings:read"],
  },
  {
    href: "/admin/audit",
    labelKey: "audit",
    icon: "history",
    group: "administration",
    permissions: ["audit:read"],
  },
  {
    href: "/change-sets",
    labelKey: "changeSets",
    icon: "git-compare",
    group: "administration",
    permissions: ["change_sets:read"],
  },
  {
    href: "/admin/jobs",
    labelKey: "jobs",
    icon: "activity",
    group: "administration",
    permissions: ["jobs:read", "jobs:read_own"],
  },
];

type Viewer = { role: RoleName; permissions: ReadonlySet<Permission> };

/** The entries that a person acting in a role may open, in the order of the list. */
export function navigationFor({ role, permissions }: Viewer): NavigationItem[] {
  return NAVIGATION.filter(
    (item) =>
      (!item.roles || item.roles.includes(role)) &&
      (!item.permissions || item.permissions.some((permission) => permissions.has(permission))),
  );
}

/** Roles that work with a phone in the hand: they get the bar at the bottom instead of the sidebar of staff. */
export function isPhoneFirst(role: RoleName): boolean {
  return role === "student" || role === "teacher" || role === "substitute";
}
