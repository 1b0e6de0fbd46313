// docs/examples: documents as the demo gives them, for who wants to see some before installing. npm run docs writes them anew.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const examplesFolder = 'docs/examples';

/** What is typed for each, after `mentorctl`, in the folder of the demo; `-o` is added. */
export const examples: readonly (readonly [file: string, argv: readonly string[]])[] = [
  ['program.html', ['report', 'program', '--cohort', 'fall-2025']],
  ['program.pdf', ['report', 'program', '--cohort', 'fall-2025']],
  ['program.xlsx', ['report', 'program', '--cohort', 'fall-2025']],
  ['retention.html', ['report', 'retention', '--cohort', 'fall-2025']],
  ['retention-rates.csv', ['report', 'retention', '--cohort', 'fall-2025', '--table', 'rates']],
  ['belonging.html', ['report', 'belonging', '--cohort', 'fall-2025']],
  ['who-is-counted.svg', ['report', 'retention', '--cohort', 'fall-2025', '--figure', 'flow']],
  ['pairs.csv', ['pair', 'list', '--cohort', 'fall-2026']],
  ['letters.md', ['export', 'introductions', '--cohort', 'fall-2026', '--since', '2026-09-01', '--preview']],
  ['letters-thanks.md', ['export', 'thanks', '--cohort', 'fall-2025', '--preview']],
  ['survey-belonging.html', ['export', 'survey-form', 'belonging', '--into', 'html']],
];

/** Makes the demo once and each document of it. Throws where a command fails. */
export function madeExamples(): ReadonlyMap<string, Buffer> {
  const place = mkdtempSync(join(tmpdir(), 'mentorctl-examples-'));
  const made = new Map<string, Buffer>();
  const run = (argv: readonly string[], under: string): void => {
    const loader = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href;
    execFileSync(process.execPath, ['--import', loader, resolve('bin/dev.ts'), ...argv], {
      cwd: join(place, under),
      env: { ...process.env, MENTORCTL_TODAY: '2026-11-02', TZ: 'UTC', USER: 'dana', LOGNAME: 'dana' },
      stdio: 'pipe',
    });
  };
  run(['demo', 'demo', '-q'], '.');
  for (const [file, argv] of examples) {
    run([...argv, '-q', '-o', file], 'demo');
    made.set(file, readFileSync(join(place, 'demo', file)));
  }
  const lines = examples.map(([file, argv]) => `| [${file}](${file}) | \`mentorctl ${argv.join(' ')} -o ${file}\` |`);
  const index = [
    '# Documents of the demo',
    '',
    'Made by `npm run docs` from `mentorctl demo`, as of 2 November 2026; everybody in them is invented. [star.yaml](star.yaml) is the program file',
    'of [validation](../validation.md).',
    '',
    '| document | in the folder of the demo |',
    '| --- | --- |',
    ...lines,
    '',
  ];
  made.set('README.md', Buffer.from(index.join('\n')));
  rmSync(place, { recursive: true, force: true });
  return made;
}

if (process.argv[1]?.endsWith('make-examples.ts') === true)
  for (const [file, bytes] of madeExamples()) writeFileSync(join(examplesFolder, file), bytes);
