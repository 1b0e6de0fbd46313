// If these fail, a coordinator who makes a mistake is told something else than the reference says, or nothing at all.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

const root = 'test/errors';
const codes = readdirSync(root).filter((name) => !name.startsWith('_') && statSync(join(root, name)).isDirectory());

/** Codes that need a broken disk, a second process or a fault of ours; the file named provokes each. */
const shownElsewhere: Readonly<Record<string, string>> = {
  bug: 'test/main.test.ts',
  'demo-failed': 'test/main.test.ts',
  'needs-file': 'test/main.test.ts',
  'which-figure': 'test/render/pages.test.ts',
  'no-typst': 'test/render/pages.test.ts',
  'no-font': 'test/render/pages.test.ts',
  'no-ciphers': 'test/store/without-ciphers.test.ts',
  'wrong-key': 'test/store/encrypted.test.ts',
  'no-key-printed': 'test/store/encrypted.test.ts',
  'keys-differ': 'test/cli/key-source.test.ts',
  'empty-key': 'test/cli/key-source.test.ts',
  'engine-of-another-node': 'test/main.test.ts',
  'early-database': 'test/store/early-databases.test.ts',
  'early-run': 'test/store/early-databases.test.ts',
  cancelled: 'test/cli/progress-line.test.ts',
  'database-busy': 'test/store/store.test.ts',
  'not-written-anew': 'test/store/forget.test.ts',
  'needs-answer': 'test/cli/ask.test.ts',
  'folder-of-others': 'test/cli/safe-folder.test.ts',
  'one-id-two-emails': 'test/domain/people/roster.test.ts',
  'lottery-changed': 'test/commands/lottery.test.ts',
  'run-changed': 'test/commands/match.test.ts',
  'no-table': 'test/render/documents.test.ts',
  'database-damaged': 'test/store/store.test.ts',
  'database-not-writable': 'test/store/store.test.ts',
  'database-unreadable': 'test/store/store.test.ts',
  'not-sound': 'test/store/store.test.ts',
  'pairs-changed': 'test/store/apply-rematch.test.ts',
  'program-changed': 'test/commands/import-program.test.ts',
  unreadable: 'test/intake/open-table.test.ts',
};

interface Told {
  readonly code: string;
  readonly exit: number;
  readonly message: string;
  readonly hint?: string;
}

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

describe('the error catalogue', () => {
  const told: Told[] = [];

  for (const code of codes) {
    it(code, async () => {
      const lines = readFileSync(join(root, code, 'commands'), 'utf8')
        .trim()
        .split('\n');
      const folder = layOut(code);
      const text = await runAll(folder, lines, []);
      await expect(
        `${lines.map((line) => `$ ${line}\n`).join('')}${text.stderr.replaceAll(folder.path, '<folder>')}exit ${text.code}\n`,
      ).toMatchFileSnapshot(join('..', '..', root, code, 'expected.txt'));
      const again = layOut(code);
      const json = await runAll(again, lines, ['--json']);
      const problem = problems(json).find((found) => found.code === code);
      expect(problem, `${code} is not among what --json says: ${json.stderr}`).toBeDefined();
      expect(json.code).toBe(text.code);
      const { message = '', hint } = problem ?? {};
      told.push({
        code,
        exit: text.code,
        message: message.replaceAll(`${again.path}/`, ''),
        ...(hint === undefined ? {} : { hint }),
      });
    });
  }

  it('holds every code the program can say', () => {
    const known = new Set([...codes, ...Object.keys(shownElsewhere)]);
    expect([...codesInSource('src')].filter((code) => !known.has(code)).sort()).toEqual([]);
  });

  it('holds no code the program cannot say', () => {
    const said = codesInSource('src');
    expect([...codes, ...Object.keys(shownElsewhere)].filter((code) => !said.has(code)).sort()).toEqual([]);
  });

  it('names test files that are there', () => {
    expect(Object.values(shownElsewhere).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('is what docs/errors.md prints', async () => {
    const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
    const rows = [...told]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, exit, message, hint }) => `| \`${code}\` | ${exit} | ${cell(message)} | ${cell(hint ?? '')} |`);
    const page = [
      '# Errors',
      '',
      'Every code a script can meet under `--json`, with the words of one example. Made from `test/errors/`, where each',
      'code has a folder with the input that provokes it.',
      '',
      '| code | exit | for example | how to mend it |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ];
    expect(rows).toHaveLength(codes.length);
    await expect(page.join('\n')).toMatchFileSnapshot('../../docs/errors.md');
  });
});

/** A folder with the files of `_program` and of the case. */
function layOut(code: string): Folder {
  const folder = emptyFolder();
  for (const from of ['_program', code]) {
    cpSync(join(root, from), folder.path, {
      recursive: true,
      filter: (path) => !/(commands|expected\.txt)$/.test(path),
    });
  }
  mkdirSync(join(folder.path, 'a-folder'));
  return folder;
}

/** Runs the lines; all but the last must go well. `NAME=value` words before `mentorctl` go into its environment. */
async function runAll(folder: Folder, lines: readonly string[], more: readonly string[]): Promise<Ran> {
  let last: Ran = { code: 0, stdout: '', stderr: '' };
  for (const [index, line] of lines.entries()) {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const start = words.indexOf('mentorctl');
    expect(start, `no mentorctl in: ${line}`).toBeGreaterThanOrEqual(0);
    const env = Object.fromEntries(words.slice(0, start).map((word) => word.split('=') as [string, string]));
    const isLast = index === lines.length - 1;
    last = await folder.run([...words.slice(start + 1), ...(isLast ? more : [])], { env });
    if (!isLast) expect(last.code, last.stderr).toBe(0);
  }
  return last;
}

/** What went wrong, from the failure on stderr and from the issues of a result. */
function problems({ stdout, stderr }: Ran): Problem[] {
  const failures = stderr
    .split('\n')
    .filter((line) => line.startsWith('{"error"'))
    .map((line) => (JSON.parse(line) as { error: Problem & { issues?: Problem[] } }).error);
  const result = stdout.startsWith('{') ? ((JSON.parse(stdout) as { issues?: Problem[] }).issues ?? []) : [];
  return [...failures, ...failures.flatMap(({ issues = [] }) => issues), ...result];
}

function codesInSource(folder: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, value = ''] of text.matchAll(/\bcode: ([^,\n]*'[a-z-]+'[^,\n]*),/g)) {
      for (const [, code = ''] of value.matchAll(/'([a-z-]+)'/g)) found.add(code);
    }
    // The short form: refuse(kind?, code, sentence, remedy).
    for (const [, code = ''] of text.matchAll(
      /\brefuse\(\s*(?:'[a-z-]+',\s*)?'([a-z-]+)',\s*['`](?:this|the|there) /g,
    )) {
      found.add(code);
    }
  }
  return found;
}
