/**
 * Who may import whom. Each message says where the code belongs instead.
 *
 * Read by tests/architecture/dependencies.test.ts, which also plants a violation of every rule to
 * prove that the checker really reads the files.
 */

const SERVER_ONLY =
  "^lib/[^/]+/(data|mutations|loaders|record|content|projection|auth|action|actor)\\.ts$";

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: "no-circular",
    comment: "A circle has no inside: move what both need into a file of its own.",
    from: { pathNot: "generated" },
    to: { circular: true },
  },
  {
    name: "pages-call-loaders",
    comment:
      "A page awaits its params, calls one loader and renders. Reads belong in lib/<noun>/data.ts behind a loader, changes in mutations.ts behind an action.",
    from: { path: "^app/(?!api/).+\\.tsx?$" },
    to: {
      path: "^lib/[^/]+/(data|mutations|record|projection|content)\\.ts$|^lib/platform/(db|transaction|audit)\\.ts$|generated/prisma",
    },
  },
  {
    name: "routes-do-not-redirect",
    comment: "Loaders redirect; a route under app/api answers. Call policy and data there.",
    from: { path: "^(app/api|lib/api)/" },
    to: { path: "^lib/[^/]+/loaders\\.ts$" },
  },
  {
    name: "only-routes-know-the-api",
    comment:
      "lib/api speaks HTTP on top of the nouns. Whatever a noun needs of it belongs in the noun; what a page needs, in a loader.",
    from: { path: "^(app/(?!api/)|components/|lib/(?!api/|setup/))" },
    to: { path: "^lib/api/" },
  },
  {
    name: "components-stay-off-the-server",
    comment:
      "Components get DTOs as props and call actions. Whatever needs the database belongs in lib/<noun>/data.ts behind a loader. (Types of DTOs may be imported as types.)",
    from: { path: "^components/" },
    to: {
      path: `${SERVER_ONLY}|^lib/platform/(db|transaction|audit|env|session|password|rate-limit|context)\\.ts$|generated/prisma`,
    },
  },
  {
    name: "components-know-no-routes",
    comment: "app/ is routing only; what a component needs from a page comes as a prop.",
    from: { path: "^(components|lib)/" },
    to: { path: "^app/" },
  },
  {
    name: "ui-knows-no-domain",
    comment: "components/ui and components/charts speak no domain word: take plain props.",
    from: { path: "^components/(ui|charts)/" },
    to: { path: "^(lib/(?!i18n/|platform/page-text\\.ts)|components/(?!ui/|charts/))" },
  },
  {
    name: "lib-renders-nothing",
    comment: "lib/ knows no components: what is shown is decided above it.",
    from: { path: "^lib/", pathNot: "^lib/i18n/" },
    to: { path: "^components/" },
  },
  {
    name: "pure-files-are-pure",
    comment:
      "model, workflow, policy, scoring and the like import only each other: reads belong in data.ts, changes in mutations.ts.",
    from: {
      path: "^lib/(?!api|platform|setup|i18n|session|spreadsheet|typesetting)[^/]+/.+\\.ts$",
      pathNot: `${SERVER_ONLY}|/actions\\.ts$|\\.test\\.ts$`,
    },
    to: {
      path: `${SERVER_ONLY}|^lib/[^/]+/actions\\.ts$|^lib/platform/(?!actor|clock|zoned-time|result)|^node_modules/(?!zod)`,
    },
  },
  {
    name: "schemas-are-isomorphic",
    comment: "A schema is read by form and server alike: nothing of the server may be in it.",
    from: { path: "^lib/[^/]+/schema\\.ts$" },
    to: { path: `${SERVER_ONLY}|^lib/platform/(db|env|context)\\.ts$|generated/prisma` },
  },
  {
    name: "data-only-reads",
    comment: "data.ts reads. A change belongs in mutations.ts.",
    from: { path: "^lib/[^/]+/data\\.ts$" },
    to: {
      path: "^lib/[^/]+/(mutations|loaders|actions)\\.ts$|^lib/platform/(transaction|audit)\\.ts$",
    },
  },
  {
    name: "mutations-know-no-session",
    comment:
      "Mutations take context and actor as arguments. Sessions, cookies and redirects live in loaders and actions.",
    from: { path: "^lib/[^/]+/(mutations|data|record|projection)\\.ts$" },
    to: { path: "^lib/session/|^node_modules/next(-auth)?/|^lib/[^/]+/(loaders|actions)\\.ts$" },
  },
  {
    name: "actions-go-through-mutations",
    comment: "An action parses, authenticates and translates. What it does belongs in a mutation.",
    from: { path: "^lib/[^/]+/actions\\.ts$" },
    to: {
      path: "^lib/[^/]+/(data|loaders|record)\\.ts$|^lib/platform/(db|transaction|audit)\\.ts$|generated/prisma",
    },
  },
  {
    name: "loaders-change-nothing",
    comment: "Loaders read. A change belongs in a mutation behind an action.",
    from: { path: "^lib/[^/]+/loaders\\.ts$" },
    to: { path: "^lib/[^/]+/(mutations|actions)\\.ts$|^lib/platform/(transaction|audit)\\.ts$" },
  },
  {
    name: "platform-knows-no-noun",
    comment:
      "lib/platform carries every noun and knows none, beside the shape of a field issue. Put it in the noun's own folder.",
    from: { path: "^lib/platform/" },
    to: { path: "^lib/(?!platform|document/issue\\.ts)" },
  },
  {
    name: "spreadsheets-know-no-noun",
    comment:
      "lib/spreadsheet reads and writes sheets of anything, beside the shape of a field issue. What its columns mean belongs in the noun.",
    from: { path: "^lib/spreadsheet/" },
    to: { path: "^lib/(?!spreadsheet|document/issue\\.ts)|^app/|^components/" },
  },
  {
    name: "typesetting-knows-no-noun",
    comment:
      "lib/typesetting sets a manuscript of anything as Word and PDF. What its chapters say belongs in the noun.",
    from: { path: "^lib/typesetting/" },
    to: { path: "^lib/(?!typesetting)|^app/|^components/" },
  },
  {
    name: "setup-is-not-imported",
    comment:
      "lib/setup runs before and around the application; the application does not import it.",
    from: { path: "^(app|components|lib/(?!setup)|proxy)" },
    to: { path: "^lib/setup/" },
  },
  {
    name: "no-tests-in-the-product",
    comment: "tests/ and prisma/seed are not part of what is served.",
    from: { path: "^(app|components|lib/(?!setup)|proxy)", pathNot: "\\.test\\.tsx?$" },
    to: { path: "^(tests|prisma)/" },
  },
  {
    name: "not-to-unresolvable",
    comment: "The import leads nowhere.",
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ ...rule, severity: "error" })),
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.next|generated/prisma/.+/|^node_modules" },
    // TypeScript 7 is not what dependency-cruiser reads TypeScript with. Babel drops `import type`:
    // types of DTOs may be imported anywhere, since nothing of them is left in a bundle.
    babelConfig: { fileName: "tests/architecture/babel.config.json" },
    webpackConfig: { fileName: "tests/architecture/resolve.cjs" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
