// If this fails, the commands of docs/validation.md no longer give the numbers that are printed beside them.
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from './fake-host.ts';

const page = readFileSync('docs/validation.md', 'utf8');

/** Lines of the first block of code. */
const commands = (/```\n([\s\S]*?)```/.exec(page)?.[1] ?? '').trim().split('\n');

/** Every table as rows of cells, by the first cell of its heading. */
const tables = new Map(
  [...page.matchAll(/^\|.*\|\n\|[ :|-]+\|\n(?:\|.*\|\n)+/gm)].map(([text]) => {
    const rows = text
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    return [rows[0]?.[0]?.replace(',', '').toLowerCase() ?? '', rows.slice(2)] as const;
  }),
);

describe('docs/validation.md', () => {
  it('gives, word for word, what it prints', { timeout: 300_000 }, async () => {
    const folder = emptyFolder();
    const printed = new Map<string, string>();
    for (const line of commands) {
      if (line.startsWith('mkdir ')) continue;
      const copied = /^cp \.\.\.\/(\S+) (\S+)$/.exec(line);
      if (copied !== null) {
        copyFileSync(copied[1] ?? '', join(folder.path, copied[2] ?? ''));
        continue;
      }
      const [word, ...argv] = line.split(' ');
      expect(word, line).toBe('mentorctl');
      const ran = await folder.run(argv);
      expect(ran.code, `${line}\n${ran.stderr}`).toBe(0);
      printed.set(line, ran.stdout);
    }
    const csv = printed.get([...printed.keys()].find((line) => line.includes('--table models')) ?? '') ?? '';
    const rows = parse<Record<string, string>>(csv, { columns: true });
    const arms = ['peer advising', 'money for grades', 'peer advising and money'];
    const people: Readonly<Record<string, string>> = { all: 'all', men: 'gender M', women: 'gender F' };
    let compared = 0;
    for (const outcome of ['fall grade', 'gpa year 1'])
      for (const [who = '', mean, ...rest] of tables.get(outcome) ?? []) {
        const own = arms.map((arm) =>
          rows.find((row) => row['outcome'] === outcome && row['among'] === people[who] && row['group'] === arm),
        );
        const fixed = (row: Record<string, string> | undefined, column: string): string =>
          Number(row?.[column]).toFixed(3);
        expect([mean, ...rest], `${outcome} ${who}`).toEqual([
          fixed(own[0], 'comparison-mean'),
          ...own.map((row) => `${fixed(row, 'estimate')} [${fixed(row, 'se')}]`),
          Number(own[0]?.['n']).toLocaleString('en-US'),
        ]);
        compared++;
      }
    expect(compared).toBe(6);
    const text = (printed.get('mentorctl report performance') ?? '').replaceAll(/\s+/g, ' ');
    const lesson = page.replaceAll(/\s+/g, ' ');
    const [, used = ''] = /first-year GPA (\d\.\d\d) above the control/.exec(lesson) ?? [];
    const [, offered = ''] = /users or not, had (\d\.\d\d) more/.exec(lesson) ?? [];
    expect(text).toContain(`in GPA year 1 (${used} higher). That is no evidence`);
    expect(text).toContain(`cannot tell them from "control" (${offered} higher)`);
    const json = printed.get([...printed.keys()].find((line) => line.endsWith('--format json')) ?? '') ?? '{}';
    expect((JSON.parse(json) as { claim: unknown }).claim).toMatchObject({ level: 4, name: 'lottery' });
  });
});
