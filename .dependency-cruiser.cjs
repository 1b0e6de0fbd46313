// The walls of the house (docs/architecture.md). A whitelist: what is not allowed here is an error.

/**
 * The floors of domain/, from the ground up: [folder, folders it may use, what it is]. Every folder may also use itself and
 * the files in domain/ itself, which use no folder. None may use what is listed after it, so that no two need each other.
 */
const floors = [
  ['cells', '', 'One cell of a file, or one heading, as a value; knows no column and no program.'],
  ['program', '', 'What the program file says, and answers as it has them; knows nobody who answers.'],
  ['report', '', 'The value that every command shows; knows nothing that is shown in it.'],
  ['vectors', '', 'Loops over memory, for machines that have vectors; knows numbers only.'],
  ['statistics', 'vectors', 'Numbers to estimates; knows neither people nor words.'],
  ['upkeep', 'program report', 'The database and its copies looked after: checked, kept, taken back.'],
  ['people', 'program report', 'Who is known, and how that changes: roster, plan, change.'],
  ['columns', 'cells program', 'What the columns of a file mean, and which program they propose.'],
  ['lottery', 'program report', 'Places drawn among applicants.'],
  ['instruments', 'cells columns program report', 'Questionnaires, and the files that describe them.'],
  ['sample', 'instruments', 'The program of the demonstration and its files.'],
  ['rows', 'cells columns instruments people program', 'Rows of files as drafts of people and records.'],
  ['outcomes', 'cells program statistics', 'What was observed, laid out to be compared.'],
  ['surveys', 'instruments outcomes program', 'Answers to questionnaires, by wave and person.'],
  ['matching', 'program vectors', 'What the rooms of matching hand one another: people, scores, a run.'],
  ['matching/scoring', 'matching program vectors', 'Rules, criteria, every score, the table of a run.'],
  ['matching/engine', 'matching vectors', 'The parts of the solver; knows scores and seats, no rule.'],
  ['matching/solve', 'matching matching/engine matching/scoring vectors', 'The best answer and its certificate.'],
  ['matching/stable', 'matching matching/scoring program vectors', 'Pairs by lists of choices.'],
  ['matching/circles', 'matching matching/scoring matching/solve', 'Groups with a minimum.'],
  [
    'matching/fairness',
    'matching matching/scoring outcomes program report statistics',
    'Groups compared, numbers in bands as for outcomes.',
  ],
  ['matching/review', 'matching matching/scoring matching/solve program report', 'A draft walked through.'],
  [
    'matching/check',
    'matching matching/scoring matching/stable program report',
    'The program file against its people.',
  ],
  [
    'matching/reasons',
    'matching matching/circles matching/scoring matching/solve matching/stable program report',
    'Why somebody is left out, and what would help.',
  ],
  [
    'matching/rematch',
    'matching matching/reasons matching/scoring matching/solve program report vectors',
    'Few moves among those who are paired.',
  ],
  [
    'matching/runs',
    'matching matching/circles matching/reasons matching/review matching/scoring matching/solve matching/stable program report',
    'Whole runs: proposed, arranged, kept, proved again, compared.',
  ],
  ['engagement', 'matching program report', 'What pairs do once they are made, and how they end.'],
  ['messages', 'cells columns engagement matching program report', 'Letters to pairs, and the hours both are free.'],
  [
    'imports',
    'cells columns instruments matching/scoring outcomes people program report rows',
    'What an import or a new program did, told.',
  ],
  [
    'reports',
    'engagement instruments outcomes program report statistics surveys',
    'Outcomes and surveys, and the claim allowed.',
  ],
];

/** Where a folder's files lie; of one whose rooms are listed by themselves only those beside the rooms. */
function filesOf(folder) {
  const hasRooms = floors.some(([name]) => name.startsWith(`${folder}/`));
  return `^src/domain/${folder}/${hasRooms ? '[^/]+$' : ''}`;
}

const allowedOnFloors = floors.map(([folder, used, comment], at) => {
  const below = floors.slice(0, at).map(([name]) => name);
  const uses = used.split(' ').filter((name) => name !== '');
  const above = uses.filter((name) => !below.includes(name));
  if (above.length > 0)
    throw new Error(`domain/${folder} may use only what is listed before it, not ${above.join(', ')}`);
  return { comment, from: { path: filesOf(folder) }, to: { path: [folder, ...uses].map(filesOf) } };
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Data flows one way.', from: {}, to: { circular: true } },
    {
      name: 'reachable-from-main',
      severity: 'error',
      comment: 'A file no command reaches is dead.',
      from: { path: '^src/main\\.ts$' },
      to: {
        path: '^src/',
        pathNot: '\\.d\\.ts$',
        reachable: false,
      },
    },
    {
      name: 'no-command-imports-another',
      severity: 'error',
      comment:
        'Commands share by way of the rooms and of commands/shared, never by way of each other; what only one word’s commands need lies in its parts/. "report all" and "report program" are made of the others.',
      from: { path: '^src/commands/([^/]+)', pathNot: '^src/commands/report/(all|chapters|program)\\.ts$' },
      to: {
        path: '^src/commands/',
        pathNot: '^src/commands/(shared|importing|$1/parts)/[^/]+\\.ts$',
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
      from: { path: '^src/(main|program|command-tree|command-list|help-topics)\\.ts$' },
      to: {
        path: '^(src/(program|command-tree|command-list|help-topics|commands|cli|domain|render/problems)|node_modules/(@commander-js/extra-typings|commander))',
      },
    },
    {
      comment: 'The corridor opens on every room.',
      from: { path: '^src/commands/' },
      to: {
        path: '^(src/(commands/(shared|importing|[a-z]+/parts)/[^/]+\\.ts|cli/|intake/|store/|render/|domain/)|node_modules/(@commander-js/extra-typings|commander)/|(node:)?(fs|path|crypto)$)',
      },
    },
    {
      comment: '"report all" calls every other report.',
      from: { path: '^src/commands/report/(all|chapters|program)\\.ts$' },
      to: { path: '^src/commands/report/' },
    },
    {
      comment: 'cli speaks to the terminal and knows no SQL, no CSV, no mentor.',
      from: { path: '^src/cli/' },
      to: {
        path: '^(src/(cli|domain)/|node_modules/(@commander-js/extra-typings|commander|chalk|inquirer|@inquirer)/|node_modules/yaml/|(node:)?(fs|path|os|child_process|tty|v8|process|stream|readline|url|crypto)(/promises)?$)',
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
        path: '^(src/(store|domain)/|node_modules/(kysely|better-sqlite3|@types/better-sqlite3)/|(node:)?(fs|path|crypto|url|module|worker_threads)$)',
      },
    },
    {
      comment: 'render turns reports into bytes; streams and exit codes are not its business.',
      from: { path: '^src/render/' },
      to: {
        path: '^(src/(render|domain)/|node_modules/(csv-stringify|chalk|string-width|write-excel-file|@myriaddreamin/typst-ts-node-compiler)/|(node:)?(crypto|path)$)',
      },
    },
    {
      comment: 'The ground of domain, on which all its folders stand.',
      from: { path: '^src/domain/' },
      to: { path: '^src/domain/[^/]+$' },
    },
    ...allowedOnFloors,
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
