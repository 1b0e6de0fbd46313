// If these fail, a pair the coordinator (or the program file) insists on is not made, or is moved by a rematch.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

const roster = [
  'id,email,name,role,capacity',
  '1,ana@x.edu,Ana,mentee,',
  '2,ben@x.edu,Ben,mentee,',
  '11,kim@x.edu,Kim,mentor,1',
  '12,lee@x.edu,Lee,mentor,1',
  '13,mia@x.edu,Mia,both,2',
];

async function program(rules: readonly string[]): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'mentorctl.yaml'), ['rules:', ...rules.map((rule) => `  - ${rule}`), ''].join('\n'));
  const ran = await folder.run(['import', '-', '--cohort', 'c'], { stdin: `${roster.join('\n')}\n` });
  expect(ran.code, ran.stderr).toBe(0);
  return folder;
}

async function pairs(folder: Folder, ...argv: string[]): Promise<Record<string, string>> {
  const ran = await folder.run([...argv, '--json']);
  expect(ran.code, ran.stderr).toBe(0);
  const { pairs: made, items } = JSON.parse(ran.stdout) as Record<'pairs' | 'items', Made[] | undefined>;
  return Object.fromEntries((made ?? items ?? []).map(({ mentee, mentor }) => [mentee.id, mentor.id]));
}

interface Made {
  readonly mentee: { readonly id: string };
  readonly mentor: { readonly id: string };
}

describe('pins', () => {
  it('of one mentee to a second mentor take the place of the first, and say so', async () => {
    const folder = await program([]);
    await folder.run(['pair', 'pin', 'ana', 'kim']);
    const second = await folder.run(['pair', 'pin', 'ana', 'lee']);
    expect(second.stderr).toContain('Ana is no longer pinned to Kim.');
    expect((await pairs(folder, 'match'))['1']).toBe('12');
    expect((await folder.run(['pair', 'list', '--rulings'])).stdout).not.toContain('Kim');
  });

  it('leave nobody their own mentor', async () => {
    const folder = await program([]);
    for (const word of ['pin', 'block']) {
      const ran = await folder.run(['pair', word, 'mia@x.edu', '13']);
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain('Mia cannot be their own mentor');
    }
    const stated = await program(['{kind: pin, mentee: "13", mentor: mia@x.edu}']);
    const ran = await stated.run(['match']);
    expect(ran.code).toBe(78);
    expect(ran.stderr).toContain('pins Mia to themselves');
  });

  it('of the program file hold in a rematch: for whoever waits, and for pairs that stand', async () => {
    const folder = await program([
      '{kind: pin, mentee: ana@x.edu, mentor: "13"}',
      '{kind: pin, mentee: "2", mentor: "12"}',
    ]);
    expect(await pairs(folder, 'match')).toMatchObject({ '1': '13', '2': '12' });
    await folder.run(['pair', 'accept', '--all']);
    await folder.run(['pair', 'end', '--mentee', 'ana', '--reason', 'time', '--by-whom', 'mentee']);
    const late = ['id,email,name,role', '3,cy@x.edu,Cy,mentee', '4,di@x.edu,Di,mentee', '5,ed@x.edu,Ed,mentee'].join(
      '\n',
    );
    await folder.run(['import', '-', '--cohort', 'c'], { stdin: late });
    const ran = await folder.run(['rematch', '--yes', '--json']);
    expect(ran.code, ran.stderr).toBe(0);
    const moved = JSON.parse(ran.stdout) as { moved: Made[] };
    expect(moved.moved).toEqual([]);
    expect((await pairs(folder, 'pair', 'list', '--cohort', 'c'))['2']).toBe('12');
  });

  it('of the program file keep a standing pair where moving it would place one more', async () => {
    for (const pinned of [true, false]) {
      const folder = emptyFolder();
      const pin = pinned ? '\n  - {kind: pin, mentee: "2", mentor: "12"}' : '';
      const rules = `fields: {can: {type: set, options: [a, b]}}\nrules:\n  - {kind: share, field: can, least: 1}${pin}\n`;
      writeFileSync(join(folder.path, 'mentorctl.yaml'), rules);
      const take = (rows: readonly string[]): Promise<Ran> =>
        folder.run(['import', '-', '--cohort', 'c'], { stdin: `${['id,name,role,can', ...rows].join('\n')}\n` });
      await take(['2,Ben,mentee,a', '12,Lee,mentor,a']);
      await folder.run(['match']);
      await folder.run(['pair', 'accept', '--all']);
      await take(['2,Ben,mentee,a; b', '11,Kim,mentor,b', '3,Cy,mentee,a']);
      const ran = await folder.run(['rematch', '--yes', '--json']);
      expect(ran.code, ran.stderr).toBe(0);
      expect((await pairs(folder, 'pair', 'list', '--cohort', 'c'))['2']).toBe(pinned ? '12' : '11');
    }
  });

  it('of the program file outlast a mentor who has fewer places now, though somebody else fits her better', async () => {
    for (const pinned of [true, false]) {
      const folder = emptyFolder();
      const pin = pinned ? 'rules: [{kind: pin, mentee: "2", mentor: "12"}]\n' : '';
      const criteria = 'fields: {can: {type: set, options: [a, b]}}\ncriteria: [{kind: overlap, field: can}]\n';
      writeFileSync(join(folder.path, 'mentorctl.yaml'), `${criteria}${pin}`);
      const take = (rows: readonly string[]): Promise<Ran> =>
        folder.run(['import', '-', '--cohort', 'c'], {
          stdin: `${['id,name,role,capacity,can', ...rows].join('\n')}\n`,
        });
      await take(['2,Ben,mentee,,b', '3,Cy,mentee,,a', '12,Lee,mentor,2,a']);
      await folder.run(['match']);
      await folder.run(['pair', 'accept', '--all']);
      await take(['12,Lee,mentor,1,a']);
      const ran = await folder.run(['rematch', '--yes', '--json']);
      expect(ran.code, ran.stderr).toBe(0);
      expect(await pairs(folder, 'pair', 'list')).toEqual(pinned ? { '2': '12' } : { '3': '12' });
    }
  });

  it('of the program file are made in a rematch though a rule bars the two', async () => {
    const folder = emptyFolder();
    const rules = 'rules:\n  - {kind: share, field: can, least: 1}\n  - {kind: pin, mentee: "2", mentor: "12"}\n';
    writeFileSync(join(folder.path, 'mentorctl.yaml'), `fields: {can: {type: set, options: [a, b]}}\n${rules}`);
    const rows = 'id,name,role,can\n2,Ben,mentee,b\n3,Cy,mentee,b\n12,Lee,mentor,a\n13,Mia,mentor,b\n';
    await folder.run(['import', '-', '--cohort', 'c'], { stdin: rows });
    const ran = await folder.run(['rematch', '--yes', '--json']);
    expect(ran.code, ran.stderr).toBe(0);
    expect(await pairs(folder, 'pair', 'list')).toEqual({ '2': '12', '3': '13' });
  });

  it('of the program file keep a mentee for somebody who is not here, and say so', async () => {
    const folder = await program(['{kind: pin, mentee: "1", mentor: gone@x.edu}']);
    const ran = await folder.run(['rematch', '--dry-run', '--json']);
    expect(ran.code, ran.stderr).toBe(0);
    const { unmatched } = JSON.parse(ran.stdout) as { unmatched: { id: string; reason: { text: string } }[] };
    expect(unmatched.find(({ id }) => id === '1')?.reason.text).toContain('1 is kept for gone@x.edu');
  });

  it('say when they hold for somebody who has a mentor', async () => {
    const folder = await program([]);
    await folder.run(['pair', 'pin', 'ana', 'kim']);
    await folder.run(['match']);
    await folder.run(['pair', 'accept', '--all']);
    const same = await folder.run(['pair', 'pin', 'ana', 'kim']);
    expect(same.stderr).toMatch(/They are a pair now \(pair \d+\): no rematch moves it/);
    const other = await folder.run(['pair', 'pin', 'ana', 'lee']);
    expect(other.stderr).toContain('match heeds the pin once that pair has ended, match --second now');
    expect((await pairs(folder, 'match', '--second', '--over'))['1']).toBe('12');
  });
});
