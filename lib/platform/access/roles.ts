import { CAMPUS_WIDE, type Permission } from "./permissions";

/** The roles of domain.md 2.3, in the order in which people meet them. */
export const ROLES = [
  "student",
  "teacher",
  "substitute",
  "registrar",
  "academic_director",
  "cashier",
  "finance_manager",
  "admissions_officer",
  "auditor",
  "admin",
  "operator",
] as const;

export type RoleName = (typeof ROLES)[number];

/** Whether a string from the database or a form names a role. */
export function isRole(value: string): value is RoleName {
  return (ROLES as readonly string[]).includes(value);
}

const teacherReads: Permission[] = [
  "people:read_own",
  "organization:read",
  "calendar:read",
  "curriculum:read",
  "classes:read_own",
  "registration:feed_own",
];

const registrarReads: Permission[] = [
  "home:staff",
  "people:search",
  "people:read",
  "people:export",
  "organization:read",
  "calendar:read",
  "curriculum:read",
  "studies:read",
  "record:read",
  "classes:read",
  "classes:export",
  "registration:read",
  "audit:read_history",
  "change_sets:read",
  "jobs:read_own",
];

/**
 * What each role may do (domain.md 2.3). Default deny: a permission absent here is refused. The "never" column of
 * the source is kept by absence and proved by `roles.test.ts`.
 */
const PERMISSIONS_OF: Record<RoleName, readonly Permission[]> = {
  student: [
    "people:read_own",
    "people:edit_own",
    "calendar:read",
    "curriculum:read",
    "studies:read_own",
    "studies:ask_own",
    "record:read_own",
    "registration:read_own",
    "registration:enrol_own",
    "registration:feed_own",
  ],
  teacher: [...teacherReads, "people:edit_own", "timetable:wish_own"],
  substitute: teacherReads,
  registrar: [
    ...registrarReads,
    "timetable:draft",
    "documents:print",
    "messages:read",
    "messages:send",
    "messages:edit_templates",
    "people:edit",
    "people:change_status",
    "organization:edit_rooms",
    "organization:assign",
    "people:import",
    "people:read_duplicates",
    "people:decide_duplicates",
    "people:read_requests",
    "people:decide_requests",
    "calendar:edit",
    "studies:edit",
    "studies:ask",
    "classes:edit",
    "classes:edit_combined",
    "classes:edit_projects",
    "registration:enrol",
    "registration:drop",
    "registration:override",
    "change_sets:undo",
    "files:upload",
  ],
  academic_director: [
    ...registrarReads,
    "timetable:draft",
    "documents:print",
    "messages:read",
    "messages:send",
    "messages:edit_templates",
    "studies:ask",
    "studies:approve",
    "curriculum:edit",
    "classes:edit_combined",
    "classes:edit_projects",
    "registration:enrol",
    "registration:override",
    "change_sets:undo",
    "files:upload",
  ],
  cashier: ["home:staff", "people:search", "calendar:read"],
  finance_manager: ["home:staff", "people:search", "organization:read", "calendar:read", "jobs:read_own"],
  admissions_officer: [
    "home:staff",
    "people:search",
    "organization:read",
    "calendar:read",
    "curriculum:read",
    "people:read_duplicates",
    "people:decide_duplicates",
  ],
  auditor: [
    ...registrarReads,
    "messages:read",
    "people:read_duplicates",
    "people:read_requests",
    "audit:read",
    "jobs:read",
    "settings:read",
    "access:read",
    "access_log:read",
    "approvals:read",
  ],
  admin: [
    "home:staff",
    "calendar:read",
    "organization:read",
    "organization:edit",
    "organization:edit_rooms",
    "organization:assign",
    "audit:read",
    "change_sets:read",
    "jobs:read_own",
    "jobs:read",
    "jobs:manage",
    "settings:read",
    "settings:edit",
    "access:read",
    "access:grant",
    "access:manage_accounts",
    "access_log:read",
    "operations:read",
  ],
  operator: ["home:staff", "calendar:read", "jobs:read_own", "jobs:read", "jobs:manage", "operations:read"],
};

const sets = new Map<RoleName, ReadonlySet<Permission>>(
  ROLES.map((role) => [role, new Set(PERMISSIONS_OF[role])]),
);
const partial = new Map<RoleName, ReadonlySet<Permission>>(
  ROLES.map((role) => [role, new Set(PERMISSIONS_OF[role].filter((name) => !CAMPUS_WIDE.has(name)))]),
);
const nothing: ReadonlySet<Permission> = new Set();

/**
 * The permissions of a role; an unknown role has none.
 * @param wholeCampus whether an assignment reaches everything; without one those of CAMPUS_WIDE are missing
 */
export function permissionsOf(role: RoleName, wholeCampus = true): ReadonlySet<Permission> {
  return (wholeCampus ? sets : partial).get(role) ?? nothing;
}

/** The roles that hold a permission, for "who may do this" and for the navigation. */
export function rolesWith(permission: Permission): RoleName[] {
  return ROLES.filter((role) => permissionsOf(role).has(permission));
}

/** Where a person lands after signing in or switching to the role. */
export const HOME_OF: Record<RoleName, `/${string}`> = {
  student: "/my",
  teacher: "/teach",
  substitute: "/teach",
  registrar: "/home",
  academic_director: "/home",
  cashier: "/home",
  finance_manager: "/home",
  admissions_officer: "/home",
  auditor: "/admin/audit",
  admin: "/admin/access",
  operator: "/admin/jobs",
};

/** Roles that only ever reach the holder's own record or classes; they are granted with the scope OWN. */
export const OWN_SCOPED_ROLES: ReadonlySet<RoleName> = new Set<RoleName>([
  "student",
  "teacher",
  "substitute",
]);

/**
 * Roles that one administrator asks for and another confirms (domain.md 2.3, admin); the database holds it too
 * (prisma/sql/approvals/role-grants.sql).
 */
export const TWO_PERSON_ROLES: ReadonlySet<RoleName> = new Set<RoleName>(["admin", "operator"]);

/** Roles whose work is the whole campus; a grant for one department or programme would leave nothing of them. */
export const CAMPUS_ROLES: ReadonlySet<RoleName> = new Set<RoleName>(["auditor", "admin", "operator"]);
