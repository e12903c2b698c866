/**
 * The order of the domains: each imports only from those to its left, and from the platform.
 * The one source for the migration runner, dependency-cruiser, `npm run graph` and `npm run affected`;
 * plain JavaScript because some of these run before anything is installed.
 *
 * @type {readonly string[]}
 */
export const domainOrder = Object.freeze([
  "organization",
  "people",
  "calendar",
  "curriculum",
  "studies",
  "record",
  "holds",
  "approvals",
  "messages",
  "classes",
  "registration",
  "attendance",
  "grading",
  "progression",
  "scholarships",
  "finance",
  "documents",
  "admissions",
  "reports",
  "migration",
  "operations",
]);

/**
 * @param {string} name a domain or `platform`
 * @returns {number} its place, 0 for the platform; unknown names come last
 */
export function domainRank(name) {
  if (name === "platform") return 0;
  const index = domainOrder.indexOf(name);
  return index < 0 ? domainOrder.length + 1 : index + 1;
}
