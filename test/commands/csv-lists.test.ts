// If these fail, a script reads a list that is not whole, takes a name for an id, or does not learn that csv holds one table of several.
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Twenty who look for somebody and twenty who have a place: more pairs than the screen shows of a run. */
async function program(): Promise<Folder> {
  const folder = emptyFolder();
  const rows = Array.from({ length: 20 }, (_, n) => [
    `A${n},Ada Number${n},mentor,1,${n % 2 === 0 ? 'Arts' : 'Law'}`,
    `B${n},Bo Number${n},mentee,,${n % 3 === 0 ? 'Arts' : 'Law'}`,
  ]);
  const text = ['Student ID,Name,Role,Places,Major', ...rows.flat()].join('\n');
  writeFileSync(join(folder.path, 'people.csv'), `${text}\n`);
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  return folder;
}

const linesOf = (csv: string): string[] => csv.trimEnd().split('\n');

describe('a list as csv', () => {
  it('has every pair, by id and by name, with a fit of 0 to 100', async () => {
    const folder = await program();
    const { stdout } = await folder.run(['match', '--format', 'csv']);
    const [head, ...rows] = linesOf(stdout);
    expect(head).toBe('mentee,mentee-name,mentor,mentor-name,fit,why');
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      const [mentee, , mentor, , fit] = row.split(',');
      expect(mentee).toMatch(/^B\d+$/);
      expect(mentor).toMatch(/^A\d+$/);
      expect(Number(fit)).toBeLessThanOrEqual(100);
    }
    await folder.run(['pair', 'accept', '--all']);
    const listed = linesOf((await folder.run(['pair', 'list', '--format', 'csv'])).stdout);
    expect(listed[0]).toContain('pair,mentee,mentee-name,mentor,mentor-name,fit');
    expect(listed).toHaveLength(21);
    const none = await folder.run(['pair', 'list', '--never-met', '--silent', '400', '--format', 'csv']);
    expect(linesOf(none.stdout)).toEqual([listed[0]]);
  });

  it('comes back from export pairs with nothing taken for what it is not', async () => {
    const folder = await program();
    await folder.run(['match']);
    await folder.run(['export', 'pairs', '--format', 'csv', '-o', 'pairs.csv']);
    const { stdout } = await folder.run(['import', 'pairs.csv', '--as', 'pairs', '--dry-run', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { added: 0 } });
  });

  it('says which table it holds, and which there are', async () => {
    const folder = await program();
    await folder.run(['match']);
    await folder.run(['pair', 'accept', '--all']);
    const one = await folder.run(['report', 'program', '--format', 'csv']);
    expect(one.stderr).toMatch(/csv holds the table funnel alone; --table takes another: .*data-quality/);
    const chosen = await folder.run(['report', 'program', '--format', 'csv', '--table', 'data-quality']);
    expect(chosen.stderr).not.toContain('csv holds');
    const all = await folder.run(['report', 'program', '--table', '--json']);
    const { items } = JSON.parse(all.stdout) as { items: { table: string; columns: string[] }[] };
    expect(items.map(({ table }) => table)).toContain('data-quality');
    expect(items[0]?.columns).toEqual(['step', 'n', 'share', 'low', 'high']);
    const run = await folder.run(['match', 'show', '1', '--table']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('Known: pairs, unmatched, relaxed, shortage, in-demand.');
  });
});
