// Which way imports look. The reasons stand in docs/decisions.
const feature = '^src/features/([^/]+)/'
const roundCommands =
  '^src/features/(progress/commands/submit-update|edits/commands/submit-edit)\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(server-only|next/root-params)$' },
    },
    {
      name: 'database-behind-queries-and-commands',
      comment: 'Whatever reads or writes rows is named so, and is tested on both engines.',
      severity: 'error',
      from: {
        pathNot: [
          `${feature}(queries|commands|apply)(\\.ts|/)`,
          '^src/features/revisions/(record|snapshot|verify)',
          '^src/features/submissions/(enter|submit-judged|publish|refuse)\\.ts$',
          '^src/features/officers/(session\\.ts|authentication/)',
          '^src/server/',
          '^src/cli/',
          '^src/generated/',
          '^prisma/seed/',
          '^tests/',
        ],
      },
      to: { path: '^src/server/(database|audit)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-asks-features-not-commands',
      comment: 'A page or route reaches a write only through an action, which reads the session.',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/features/[^/]+/commands(\\.ts|/)' },
    },
    {
      name: 'across-features-only-the-open-files',
      comment: 'Another feature’s commands, actions and inputs are its own affair.',
      severity: 'error',
      from: { path: feature },
      to: {
        path: feature,
        pathNot: [
          '^src/features/$1/',
          `${feature}(model|policy|queries|components|session|fold|query|conversion|confirmations)(\\.tsx?$|/)`,
          '^src/features/revisions/(record|snapshot|merge|words)\\.ts$',
          // The permanent page of a revision.
          '^src/features/citing/citable\\.ts$',
          // What is found by search is written with the revision.
          '^src/features/search/entries\\.ts$',
          // The round: what enters it, and what it publishes with.
          '^src/features/submissions/(enter|submit-judged|refuse|input|commands/drafts)\\.ts$',
          '^src/features/edits/commands/submit-edit\\.ts$',
          // What the desk's pages hold a passage against.
          '^src/features/glossary/notes\\.ts$',
          // A form of any feature keeps what is typed.
          '^src/features/submissions/commands/drafts\\.ts$',
          '^src/features/sources/(apply|input)\\.ts$',
          '^src/features/(progress|edits)/(apply|input|proposal)\\.ts$',
          // A list's page and its file are asked by one filter, and files are written in one way.
          '^src/features/(projects|documents|revisions)/input\\.ts$',
          '^src/features/exchange/(defuse|labels|workbook/(csv|styles|plain-sheet))\\.ts$',
          roundCommands,
        ],
      },
    },
    {
      name: 'enters-through-the-commands-of-the-round',
      comment:
        'Spreadsheets and the board of texts come in by the commands that a form calls; nobody else calls another’s.',
      severity: 'error',
      from: {
        path: feature,
        pathNot: [
          '^src/features/(progress|edits)/',
          '^src/features/exchange/commands/',
          '^src/features/texts/actions\\.ts$',
        ],
      },
      to: { path: roundCommands },
    },
    {
      name: 'only-the-round-publishes',
      comment: 'What makes a submission public is called where a reviewer’s approval is known.',
      severity: 'error',
      from: {
        pathNot: [
          '^src/features/submissions/',
          '^src/features/(progress|edits|sources)/(apply|commands)(\\.ts|/)',
          '^tests/',
        ],
      },
      to: { path: `${feature}apply(\\.ts|/)`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'record-from-commands-only',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          `${feature}(commands|apply)(\\.ts|/)`,
          '^src/features/submissions/publish\\.ts$',
          '^src/features/revisions/',
          '^src/cli/',
        ],
      },
      to: { path: '^src/features/revisions/record\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'models-and-policies-are-pure',
      severity: 'error',
      from: { path: `${feature}(model|policy|input)\\.ts$` },
      to: { path: ['^src/server/', `${feature}(queries|commands|actions|components|session)`] },
    },
    {
      name: 'queries-do-not-write',
      severity: 'error',
      from: { path: `${feature}queries(\\.ts|/)` },
      to: { path: `${feature}(commands|actions)(\\.ts|/)` },
    },
    {
      name: 'actions-hold-no-database',
      severity: 'error',
      from: { path: `${feature}actions(\\.ts|/)` },
      to: { path: '^src/(server/database|generated)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-import-no-data',
      comment: 'A picture is drawn from what it is given.',
      severity: 'error',
      from: { path: ['^src/components/', `${feature}components/`] },
      to: {
        path: [`${feature}(queries|commands)(\\.ts|/)`, '^src/server/database', '^src/generated'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'furniture-knows-no-feature',
      comment: 'Page furniture could ship in another product.',
      severity: 'error',
      from: { path: '^src/components/' },
      to: { path: '^src/(features|app|server/database)' },
    },
    {
      name: 'i18n-stands-below',
      severity: 'error',
      from: { path: '^src/i18n/' },
      to: { path: '^src/(app|features|components|cli|server/database)' },
    },
    {
      name: 'server-stands-below',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/(app|components|cli)' },
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^src/app/' },
    },
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
      from: { pathNot: '^src/features/officers/session\\.ts$' },
      to: { path: '^(node_modules/)?next/headers' },
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
