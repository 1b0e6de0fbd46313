// If these fail, people who drew no place are paired anyway, or the draw of a cohort cannot be shown to anybody who doubts it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

async function cohortOf(mentees: number, more = ''): Promise<Folder> {
  const folder = emptyFolder();
  const rows = ['id,name,role,seats,program'];
  for (let i = 0; i < 4; i++) rows.push(`M${i},Mentor ${i},mentor,3,${i % 2 === 0 ? 'Arts' : 'Law'}`);
  for (let i = 0; i < mentees; i++) rows.push(`S${i},Student ${i},mentee,,${i % 3 === 0 ? 'Law' : 'Arts'}`);
  writeFileSync(join(folder.path, 'people.csv'), `${rows.join('\n')}\n${more}`);
  const imported = await folder.run(['import', 'people.csv', '--cohort', 'fall']);
  expect(imported.stderr).not.toContain('nothing was imported');
  return folder;
}

interface Drawn {
  readonly seed: number;
  readonly shares: readonly { stratum: string; entrants: number; places: number }[];
  readonly drawn: readonly { id: string }[];
  readonly waiting: readonly { id: string }[];
}

describe('lottery', () => {
  it('draws by strata, and match then takes only those drawn', async () => {
    const folder = await cohortOf(18);
    const ran = await folder.run(['lottery', '--places', '9', '--strata', 'program', '--seed', '5', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const draw = JSON.parse(ran.stdout) as Drawn;
    expect(draw.shares).toEqual([
      { stratum: 'Arts', entrants: 12, places: 6 },
      { stratum: 'Law', entrants: 6, places: 3 },
    ]);
    const run = JSON.parse((await folder.run(['match', '--json'])).stdout) as {
      pairs: { mentee: { id: string } }[];
      unmatched: unknown[];
    };
    expect(run.pairs.map(({ mentee }) => mentee.id).sort()).toEqual(draw.drawn.map(({ id }) => id));
    expect(run.unmatched).toEqual([]);
  });

  it('can be drawn again, and gives the same people', async () => {
    const folder = await cohortOf(12);
    const first = JSON.parse((await folder.run(['lottery', '--places', '5', '--json'])).stdout) as Drawn;
    const again = JSON.parse((await folder.run(['lottery', 'replay', '--json'])).stdout) as Drawn;
    expect(again).toMatchObject({ seed: first.seed, drawn: first.drawn, waiting: first.waiting });
    expect(await folder.run(['lottery', 'verify'])).toMatchObject({ code: 0 });
  });

  it('says so when somebody changed the lots afterwards', async () => {
    const folder = await cohortOf(12);
    await folder.run(['lottery', '--places', '5']);
    const db = new Database(join(folder.path, 'mentorctl.db'));
    db.exec('update lottery_draw set drawn = 1 - drawn where id in (1, 2)');
    db.close();
    const ran = await folder.run(['lottery', 'verify', '--json']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('lottery-changed');
    expect(JSON.parse(ran.stdout)).toMatchObject({ items: [{ holds: false }] });
  });

  it('draws late arrivals in a draw of their own and leaves the first lots alone', async () => {
    const folder = await cohortOf(12);
    const first = JSON.parse((await folder.run(['lottery', '--places', '5', '--json'])).stdout) as Drawn;
    const twice = await folder.run(['lottery', '--places', '3']);
    expect(twice).toMatchObject({ code: 1, stdout: '' });
    writeFileSync(
      join(folder.path, 'late.csv'),
      'id,name,role,seats,program\nL1,Lea,mentee,,Law\nL2,Lou,mentee,,Law\n',
    );
    await folder.run(['import', 'late.csv', '--cohort', 'fall']);
    const late = JSON.parse((await folder.run(['lottery', '--places', '1', '--json'])).stdout) as Drawn;
    expect([...late.drawn, ...late.waiting].map(({ id }) => id).sort()).toEqual(['L1', 'L2']);
    const standing = await folder.run(['lottery', 'replay', '--lottery', '1', '--json']);
    expect((JSON.parse(standing.stdout) as Drawn).drawn).toEqual(first.drawn);
  });

  it('names nobody in a dry run, and refuses when there is a place for all', async () => {
    const folder = await cohortOf(6);
    const dry = await folder.run(['lottery', '--places', '2', '--seed', '1', '--dry-run', '--all']);
    expect(dry.stdout).toContain('Would draw 2 of 6');
    expect(dry.stdout).not.toContain('Student');
    expect((await folder.run(['lottery', 'verify'])).stdout).toContain('no lottery');
    expect(await folder.run(['lottery', '--places', '6'])).toMatchObject({ code: 1 });
    expect(await folder.run(['lottery'])).toMatchObject({ code: 2 });
  });
});
