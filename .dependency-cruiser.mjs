import { domainOrder } from "./lib/platform/domains.mjs";

/**
 * The directions of architecture.md 1 and 4. The folder of a domain may import the folders of domains to its left.
 * `npm run graph` draws what is really imported.
 */

const domain = (/** @type {string[]} */ names) => `^lib/(${names.join("|")})/`;

/** Files of a domain that run in a browser too; what components may use. */
const isomorphic =
  "(schemas|rules|search-params|actions|texts|columns|record-ref|visible-fields|kinds)(\\.ts|/)";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const leftOnly = domainOrder.slice(0, -1).map((name, index) => ({
  name: `domain-order-${name}`,
  comment: `${name} may not import a domain to its right; let it write an event row that the other reads.`,
  severity: "error",
  from: { path: domain([name]) },
  to: { path: domain(domainOrder.slice(index + 1)) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...leftOnly,
    {
      name: "platform-below-domains",
      comment: "The platform knows no domain; let the caller pass in what it needs.",
      severity: "error",
      from: { path: "^lib/platform/" },
      to: { path: domain([...domainOrder]) },
    },
    {
      name: "nothing-imports-front-doors",
      comment: "app, jobs and scripts are front doors: nothing behind them may know them.",
      severity: "error",
      from: { path: "^(lib|components)/" },
      to: { path: "^(app|jobs|scripts)/" },
    },
    {
      name: "no-door-to-door",
      comment: "Front doors share code through lib, not with each other.",
      severity: "error",
      from: { path: "^(app|jobs|scripts)/", pathNot: "^scripts/naga" },
      to: { path: "^(app|jobs|scripts)/", pathNot: "^$1/" },
    },
    {
      name: "lib-without-components",
      comment: "Widgets stand above the domains.",
      severity: "error",
      from: { path: "^lib/", pathNot: "/(emails|documents)/|^lib/platform/i18n/.*\\.tsx$" },
      to: { path: "^components/" },
    },
    {
      name: "components-see-isomorphic-files",
      comment:
        "A component gets data as props; from a domain it imports schemas, rules, search parameters and actions.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: domain([...domainOrder]), pathNot: isomorphic, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-data-files-use-the-database",
      comment: "Pages and components read through queries of a domain.",
      severity: "error",
      from: { path: "^(app|components)/", pathNot: "^app/(health|api)/" },
      to: {
        path: "^lib/platform/db/(prisma|pool|sql|transaction|generated)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "next-auth-is-hidden",
      comment: "next-auth is used in lib/platform/auth only, so that it can be replaced there.",
      severity: "error",
      from: { path: "^(app|lib|components|jobs)/", pathNot: "^lib/platform/auth/|^app/api/auth/" },
      to: { path: "^node_modules/next-auth/" },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or a third is missing.",
      severity: "error",
      from: { pathNot: "^lib/platform/db/generated/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "tests-stay-outside",
      comment: "What is served must not import from tests.",
      severity: "error",
      from: { path: "^(app|lib|components|jobs|scripts)/", pathNot: "\\.test\\.tsx?$|^scripts/(test|graph)" },
      to: { path: "^tests/" },
    },
    {
      name: "resolvable",
      comment: "The file or package does not exist.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules|^lib/platform/db/generated" },
    exclude: { path: "(^|/)(\\.next|\\.naga|reports|shots)/|\\.(css|json|woff2|svg)$" },
    tsPreCompilationDeps: true,
    moduleSystems: ["es6"],
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js"],
      conditionNames: ["react-server", "import", "node", "default", "types"],
      exportsFields: ["exports"],
      mainFields: ["module", "main", "types"],
    },
    webpackConfig: { fileName: "./scripts/checks/resolve-alias.mjs" },
  },
};
