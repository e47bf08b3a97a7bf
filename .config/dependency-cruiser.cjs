// Which way imports look; the picture and the reasons are in docs/architecture.md and docs/decisions/0001-layers.md.
// Cycles of features and the names of their files are in tests/architecture/features.test.ts.
const features = '^src/features'
const any = '^src/features/.+/'
const types = { dependencyTypesNot: ['type-only'] }

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // The rule of imports: app → desk | outlets → register → components | i18n | server.
    {
      name: 'app-is-imported-by-nothing',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'desk-and-outlets-stand-on-the-register',
      severity: 'error',
      from: { path: `${features}/register/` },
      to: { path: `${features}/(desk|outlets)/` },
    },
    {
      name: 'desk-and-outlets-never-meet',
      severity: 'error',
      from: { path: `${features}/(desk|outlets)/` },
      to: { path: `${features}/(desk|outlets)/`, pathNot: `${features}/$1/` },
    },
    {
      name: 'what-stands-below-knows-no-feature',
      severity: 'error',
      from: { path: '^src/(components|i18n|server)/' },
      to: { path: '^src/(features|cli)/' },
    },
    {
      name: 'words-and-server-know-no-picture',
      severity: 'error',
      from: { path: '^src/(i18n|server)/' },
      to: { path: '^src/components/' },
    },
    {
      name: 'app-asks-features-not-commands',
      comment: 'A page or route reaches a write only through an action, which reads the session.',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: `${any}commands(\\.ts|/)` },
    },

    // Inside and between features.
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'models-inputs-and-policies-are-pure',
      severity: 'error',
      from: { path: `${any}(model|policy|input)(\\.ts|/)` },
      to: {
        path: [
          '^src/server/(database|audit|mail)/',
          `${any}(queries|commands|actions|components|session)(\\.tsx?$|/)`,
        ],
      },
    },
    {
      name: 'queries-do-not-write',
      severity: 'error',
      from: { path: `${any}queries(\\.ts|/)` },
      to: { path: `${any}(commands|actions)(\\.ts|/)` },
    },
    {
      name: 'pictures-and-words-import-no-data',
      comment: 'A picture is drawn, and a sentence written, from what it is given.',
      severity: 'error',
      from: { path: ['^src/components/', `${any}(components|wording|formats)(\\.ts|/)`] },
      to: {
        path: [`${any}(queries|commands)(\\.ts|/)`, '^src/server/database', '^src/generated'],
        ...types,
      },
    },
    {
      name: 'actions-hold-no-database',
      severity: 'error',
      from: { path: `${any}actions(\\.ts|/)` },
      to: { path: '^src/(server/database|generated)', ...types },
    },
    {
      name: 'database-behind-queries-and-commands',
      comment: 'Whatever reads or writes rows is named so, and is tested on both engines.',
      severity: 'error',
      from: {
        path: ['^src/app/', '^src/components/', '^src/i18n/', any],
        pathNot: `${any}(queries|commands|session)(\\.ts|/)`,
      },
      to: { path: '^src/server/(database|audit)/', ...types },
    },
    {
      name: 'only-commands-write-the-log',
      severity: 'error',
      from: { path: '^src/', pathNot: [`${any}commands(\\.ts|/)`, '^src/cli/'] },
      to: { path: `${features}/register/log/commands/`, ...types },
    },

    // One place each.
    {
      name: 'cli-is-called-not-imported',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/cli/', '^src/instrumentation\\.ts$'] },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(src|prisma)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^tests/', '\\.test\\.tsx?$'] },
    },
    {
      name: 'root-params-in-one-place',
      comment: 'It throws in actions, route handlers and tests.',
      severity: 'error',
      from: { pathNot: '^src/i18n/request\\.ts$' },
      to: { path: '^(node_modules/)?next/root-params' },
    },
    {
      name: 'request-headers-in-one-place',
      comment: 'Who is asking is established once, by the session.',
      severity: 'error',
      from: { pathNot: `${features}/desk/officers/session\\.ts$` },
      to: { path: '^(node_modules/)?next/headers' },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(server-only|next/root-params)$' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/generated'] },
    exclude: { path: ['^\\.next/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
