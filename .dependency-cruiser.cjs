// The walls of the house (docs/architecture.md). A whitelist: what is not allowed here is an error.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Data flows one way.', from: {}, to: { circular: true } },
    {
      name: 'reachable-from-main',
      severity: 'error',
      comment:
        'A file no command reaches is dead. Those named here are checked against R and wait for the reports on culture, program and equity.',
      from: { path: '^src/main\\.ts$' },
      to: {
        path: '^src/',
        pathNot:
          '\\.d\\.ts$|^src/domain/statistics/(k-groups|distributions/poisson|random-pairs|recommend-score|spearman|trend)\\.ts$',
        reachable: false,
      },
    },
    {
      name: 'no-command-imports-another',
      severity: 'error',
      comment: 'Commands share by way of the rooms and of commands/shared, never by way of each other.',
      from: { path: '^src/commands/(.+)\\.ts$' },
      to: {
        path: '^src/commands/',
        pathNot: '^src/commands/(shared|importing)/[^/]+\\.ts$',
      },
    },
  ],
  allowedSeverity: 'error',
  allowed: [
    {
      comment: 'bin starts main and knows nothing else.',
      from: { path: '^bin/' },
      to: { path: '^(dist|src)/main\\.(js|ts)$' },
    },
    {
      comment: 'main, program and the list of commands call commands and end errors.',
      from: { path: '^src/(main|program|command-list|help-topics)\\.ts$' },
      to: {
        path: '^(src/(program|command-list|help-topics|commands|cli|domain|render/problems)|node_modules/commander)',
      },
    },
    {
      comment: 'The corridor opens on every room.',
      from: { path: '^src/commands/' },
      to: {
        path: '^(src/(commands/(shared|importing)/[^/]+\\.ts|cli/|intake/|store/|render/|domain/)|node_modules/commander/|(node:)?(fs|path|crypto)$)',
      },
    },
    {
      comment: 'cli speaks to the terminal and knows no SQL, no CSV, no mentor.',
      from: { path: '^src/cli/' },
      to: {
        path: '^(src/(cli|domain)/|node_modules/(commander|chalk|inquirer|@inquirer)/|node_modules/yaml/|(node:)?(fs|path|os|tty|v8|process|stream|readline|url|crypto)(/promises)?$)',
      },
    },
    {
      comment: 'intake reads files and knows no database and no terminal.',
      from: { path: '^src/intake/' },
      to: {
        path: '^(src/(intake|domain)/|numfmt$|node_modules/(yaml|zod|fflate|saxes|numfmt|csv-parse|jschardet)/|(node:)?(fs|path|stream|string_decoder|buffer|crypto|zlib|util|events)(/promises)?$)',
      },
    },
    {
      comment: 'store is the only room that knows SQL.',
      from: { path: '^src/store/' },
      to: {
        path: '^(src/(store|domain)/|node_modules/(kysely|better-sqlite3|@types/better-sqlite3)/|(node:)?(fs|path|crypto|url|worker_threads)$)',
      },
    },
    {
      comment: 'render turns reports into bytes; streams and exit codes are not its business.',
      from: { path: '^src/render/' },
      to: { path: '^(src/(render|domain)/|node_modules/(cli-table3|csv-stringify|chalk)/)' },
    },
    {
      comment: 'domain is pure.',
      from: { path: '^src/domain/' },
      to: { path: '^src/domain/' },
    },
    {
      comment: 'Statistics may use linear algebra.',
      from: { path: '^src/domain/statistics/' },
      to: { path: '^node_modules/ml-matrix/' },
    },
  ],
  options: {
    doNotFollow: { path: '^(node_modules|dist)' },
    exclude: { path: '^(test|bench)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.d.ts'],
    },
  },
};
