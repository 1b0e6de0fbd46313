// If these fail, a command works on another cohort than the one that is meant.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseCohort } from '../../src/commands/shared/on-file.ts';
import type { Context } from '../../src/commands/shared/context.ts';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { openStore } from '../../src/store/store.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

const today = '2026-11-02' as CivilDate;

/** A program with these cohorts, each with its last day. */
async function withCohorts(...ends: readonly (string | undefined)[]): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(
    join(folder.path, 'people.csv'),
    'Student ID,E-mail,Full name,Role\nS1,s@example.org,Ana Silva,mentee\n',
  );
  expect((await folder.run(['import', 'people.csv', '--cohort', 'c1'])).code).toBe(0);
  for (const [index, day] of ends.entries())
    expect(
      (await folder.run(['cohort', 'add', `c${index + 1}`, ...(day === undefined ? [] : ['--ends', day])])).code,
    ).toBe(0);
  return folder;
}

/** What is chosen by somebody who takes the last that is offered, and what was offered. */
async function chosen(folder: Folder, possible: boolean): Promise<{ name: string; offered: string[] }> {
  const offered: string[] = [];
  const ask = {
    possible,
    choose: (_: string, choices: { value: string; label: string }[]) => {
      offered.push(...choices.map(({ label }) => label));
      return Promise.resolve(choices.at(-1)?.value);
    },
  };
  const store = await openStore(join(folder.path, 'mentorctl.db'), { create: false, waitsForDisk: false });
  try {
    const context = { ask, today: () => today } as unknown as Context;
    return { name: (await chooseCohort(store, undefined, context)).name, offered };
  } finally {
    await store.close();
  }
}

describe('the cohort that nobody names', () => {
  it('is the one whose end is not past', async () => {
    expect(await chosen(await withCohorts('2026-05-15', '2026-12-18'), false)).toEqual({ name: 'c2', offered: [] });
    expect(await chosen(await withCohorts('2026-11-02', '2026-11-01'), false)).toEqual({ name: 'c1', offered: [] });
  });

  it('is asked for where several are open, and only of those', async () => {
    const folder = await withCohorts('2026-05-15', undefined, '2027-05-15');
    expect(await chosen(folder, true)).toEqual({ name: 'c3', offered: ['c2', 'c3'] });
  });

  it('is asked for where none is open', async () => {
    const folder = await withCohorts('2025-05-15', '2026-05-15');
    expect(await chosen(folder, true)).toEqual({ name: 'c2', offered: ['c1', 'c2'] });
  });

  it('is the only one, though its end is past', async () => {
    expect(await chosen(await withCohorts('2026-05-15'), false)).toEqual({ name: 'c1', offered: [] });
  });

  it('is an error without a terminal, which names them all', async () => {
    const folder = await withCohorts(undefined, undefined);
    const ran = await folder.run(['person', 'list']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('Say which with --cohort: c1, c2.');
  });
});
