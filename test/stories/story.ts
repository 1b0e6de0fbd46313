// Stories: what a person types and what comes back, as a file that is the test. Read by story.test.ts; knows no command.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Folder, Ran } from '../fake-host.ts';

/**
 * A story's lines, by how they begin:
 *   `# ...`              prose; so are blank lines
 *   `@ NAME`             a file of the folder, its lines indented by two spaces below
 *   `@ NAME < PATH`      the same, copied from a path of the repository
 *   `$ A=b mentorctl ..` a command; also `cat FILE`, `ls [DIR]` and `rm FILE`; `| head -n 3`, `| tail -n 3` and `| grep WORD`
 *                        (`-v` for the lines without it) look at its stdout
 *   `< ...`              a line of its standard input
 *   `  ...`              a line of its stdout: two spaces, then the text; a line `  ...` alone stands for any lines;
 *                        blank lines between such lines belong to them, blank lines at the end are not compared
 *   `! ...`              a line of its stderr, likewise
 *   `? 65`               its exit code, where that is not 0
 */
export async function tell(text: string, folder: Folder): Promise<string> {
  const told: string[] = [];
  const lines = text.replace(/\n$/, '').split('\n');
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    let end = at + 1;
    const under = line.startsWith('$ ') ? /^(?:[<!?] |[!<]$| {2})/ : line.startsWith('@ ') ? /^ {2}/ : /^$^/;
    // A blank line belongs to the text around it only when more of that text follows.
    const belongs = (n: number): boolean =>
      lines[n] === '' ? /^$|^ {2}/.test(lines[n + 1] ?? '#') && belongs(n + 1) : under.test(lines[n] ?? '');
    while (belongs(end)) end++;
    const rest = lines.slice(at + 1, end);
    at = end;
    told.push(line);
    if (line.startsWith('@ ')) {
      layDown(line.slice(2), rest, folder);
      told.push(...rest);
    } else if (line.startsWith('$ ')) {
      const stdin = rest.filter((part) => part.startsWith('<'));
      const ran = await perform(line.slice(2), stdin.map((part) => `${part.slice(2)}\n`).join(''), folder);
      const stderr = ran.stderr.filter((part) => !isProgress(part));
      told.push(
        ...stdin,
        ...keepIfAlike(
          mark(ran.stdout, ' '),
          rest.filter((part) => part === '' || part.startsWith('  ')),
          '  ...',
        ),
        ...keepIfAlike(
          mark(stderr, '!'),
          rest.filter((part) => part.startsWith('!')),
          '! ...',
        ),
        ...(ran.code === 0 ? [] : [`? ${ran.code}`]),
      );
    }
  }
  return `${told.join('\n')}\n`;
}

interface Heard {
  readonly code: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

function layDown(head: string, lines: readonly string[], folder: Folder): void {
  const [name = '', source] = head.split(' < ');
  const path = join(folder.path, name);
  mkdirSync(dirname(path), { recursive: true });
  const content =
    source === undefined
      ? lines.map((line) => `${line.slice(2)}\n`).join('')
      : readFileSync(resolve(import.meta.dirname, '../..', source));
  writeFileSync(path, content);
}

async function perform(line: string, stdin: string, folder: Folder): Promise<Heard> {
  const [command = [], ...filters] = pipeline(line);
  const env: Record<string, string> = {};
  while (/^[A-Z_]+=/.test(command[0] ?? '')) {
    const [name = '', ...value] = (command.shift() ?? '').split('=');
    env[name] = value.join('=');
  }
  const [word = '', ...argv] = command;
  const ran = await perhaps(word, argv, folder, { env, stdin });
  const plain = (text: string): string[] =>
    text === ''
      ? []
      : text
          .replaceAll(folder.path, '[folder]')
          // Every program has an identity of its own.
          .replace(/@[0-9a-f]{24}\.mentorctl/g, '@[identity].mentorctl')
          .replace(/\n+$/, '')
          .split('\n');
  const stdout = filters.reduce((found, filter) => sift(found, filter), plain(ran.stdout));
  return { code: ran.code, stdout, stderr: plain(ran.stderr) };
}

async function perhaps(
  word: string,
  argv: readonly string[],
  folder: Folder,
  options: { env: Record<string, string>; stdin: string },
): Promise<Ran> {
  const path = join(folder.path, argv[0] ?? '.');
  switch (word) {
    case 'mentorctl':
      return folder.run(argv, options);
    case 'cat':
      return { code: 0, stdout: readFileSync(path, 'utf8'), stderr: '' };
    case 'ls':
      return {
        code: 0,
        stdout: readdirSync(path)
          .sort()
          .map((name) => `${name}\n`)
          .join(''),
        stderr: '',
      };
    case 'rm':
      rmSync(path);
      return { code: 0, stdout: '', stderr: '' };
    default:
      throw new Error(`a story cannot run "${word}": it knows mentorctl, cat, ls and rm`);
  }
}

function sift(lines: readonly string[], [word, ...argv]: readonly string[]): string[] {
  const last = argv.at(-1) ?? '';
  if (word === 'grep' && argv[0] === '-v') return lines.filter((line) => !line.includes(last));
  if (word === 'grep') return lines.filter((line) => line.includes(last));
  if (word === 'head') return lines.slice(0, Number(last));
  if (word === 'tail') return lines.slice(-Number(last));
  throw new Error(`a story cannot pipe into "${word ?? ''}": it knows head, tail and grep`);
}

/** A command line as words, with single and double quotes, cut at `|`. */
function pipeline(line: string): string[][] {
  const stages: string[][] = [[]];
  for (const [word, inDouble, inSingle] of line.matchAll(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|(?:[^\s"']|"[^"]*"|'[^']*')+/g,
  )) {
    if (word === '|') stages.push([]);
    else stages.at(-1)?.push(inDouble?.replace(/\\(["\\])/g, '$1') ?? inSingle ?? word.replaceAll(/["']/g, ''));
  }
  return stages;
}

function mark(lines: readonly string[], sign: string): string[] {
  return lines.map((line) => (sign === ' ' ? `  ${line}` : `${sign} ${line}`).trimEnd());
}

/** Long work says on stderr that it began and ended, with the time it took: that depends on the machine. */
function isProgress(line: string): boolean {
  return /^(Matching|Scoring|Reading|Rematching|Comparing|Checking)\b.*( \.\.\.|: done in [\d.]+ s)$/.test(line);
}

/** The expected lines where the actual ones are like them (`any` stands for any lines), else the actual ones. */
function keepIfAlike(actual: readonly string[], expected: readonly string[], any: string): readonly string[] {
  const alike = (a: number, e: number): boolean => {
    if (e === expected.length) return a === actual.length;
    if (expected[e] === any) return alike(a, e + 1) || (a < actual.length && alike(a + 1, e));
    return a < actual.length && actual[a] === expected[e] && alike(a + 1, e + 1);
  };
  return alike(0, 0) ? expected : actual;
}
