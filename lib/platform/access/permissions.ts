/**
 * Every permission that exists, as `<domain>:<verb>` (domain.md 2.3). A name is added together with the first
 * action, page or route that asks for it; the roles that hold it stand in `roles.ts`. Everything not named is
 * denied. Verbs ending in `_own` reach the actor's own record or classes only.
 */
export const PERMISSIONS = [
  // The working desk of staff; what it shows depends on the permissions below.
  "home:staff",

  // Number, names, status and programme: enough to find the right person, nothing personal.
  "people:search",
  "people:read",
  "people:read_own",
  "people:edit",
  "people:edit_own",
  "people:change_status",
  "people:import",
  "people:export",
  // People who may stand twice: the queue of pairs, and the decision about each.
  "people:read_duplicates",
  "people:decide_duplicates",
  // What people ask to have corrected in their own records.
  "people:read_requests",
  "people:decide_requests",

  "organization:read",
  // Departments, and positions with their authority.
  "organization:edit",
  // Rooms, and whether they are in use.
  "organization:edit_rooms",
  // Who holds a position; one with high authority needs organization:edit as well (lib/people/positions).
  "organization:assign",
  "calendar:read",
  "calendar:edit",
  "curriculum:read",
  "curriculum:edit",

  "studies:read",
  "studies:read_own",
  "studies:edit",
  // Declaring a major, asking for a change of it or for a leave: the office for others, students for themselves.
  "studies:ask",
  "studies:ask_own",
  // Deciding such requests.
  "studies:approve",
  "record:read",
  "record:read_own",

  "classes:read",
  "classes:read_own",
  "classes:edit",
  // Which courses are always taught together.
  "classes:edit_combined",
  // Senior-project groups: members, advisor, steps.
  "classes:edit_projects",
  "classes:export",
  // Drafts of a whole term's timetable by the solver; wishes of teachers stand with people:edit, one's own here.
  "timetable:draft",
  "timetable:wish_own",
  "registration:read",
  "registration:read_own",
  "registration:enrol",
  "registration:drop",
  "registration:enrol_own",
  "registration:override",
  // Private addresses of one's own timetable, for calendars on phones.
  "registration:feed_own",

  // The whole audit log; `read_history` is the history of a record that the actor may read anyway.
  "audit:read",
  "audit:read_history",
  "change_sets:read",
  "change_sets:undo",
  // One's own background jobs, against everybody's.
  "jobs:read_own",
  "jobs:read",
  "jobs:manage",
  "files:upload",
  "settings:read",
  "settings:edit",
  "access:read",
  "access:grant",
  // Closing and opening accounts, ending other people's sessions, first passwords.
  "access:manage_accounts",
  // Who opened whose record.
  "access_log:read",
  // Every request that needs a second person, whoever made it; one's own inbox needs no permission.
  "approvals:read",
  "operations:read",

  // ID cards and printed lists of the people whom the actor reaches.
  "documents:print",
  // Templates, and what was sent to whom: one's own mailings, all of them with the whole campus.
  "messages:read",
  "messages:send",
  "messages:edit_templates",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/**
 * Rights that reach the whole campus by their nature: no query behind them is limited by a scope. Whoever holds a role
 * for one department or programme only does not get them, or an import, a bulk change or the log would show and change
 * everybody.
 */
export const CAMPUS_WIDE: ReadonlySet<Permission> = new Set<Permission>([
  "people:import",
  "people:read_duplicates",
  "people:decide_duplicates",
  "timetable:draft",
  "organization:edit",
  "organization:edit_rooms",
  "organization:assign",
  // Terms and holidays are those of the whole campus.
  "calendar:edit",
  // Courses, lists of degrees and scales serve several programmes.
  "curriculum:edit",
  "files:upload",
  "audit:read",
  "change_sets:read",
  "change_sets:undo",
  "jobs:read",
  "jobs:manage",
  "settings:read",
  "settings:edit",
  "access:read",
  "access:grant",
  "access:manage_accounts",
  "access_log:read",
  "approvals:read",
  "operations:read",
  // Courses of several programmes stand in one combined template.
  "classes:edit_combined",
  // A template speaks for the whole university.
  "messages:edit_templates",
]);

const known: ReadonlySet<string> = new Set(PERMISSIONS);

/** Whether a string from outside (a manifest, a test file) is a permission of this system. */
export function isPermission(value: string): value is Permission {
  return known.has(value);
}
