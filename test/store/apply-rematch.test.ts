// If this fails, two people working on one program at once undo each other's pairs without a word.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planRematch } from '../../src/domain/matching/rematch/plan-rematch.ts';
import { finish } from '../../src/domain/progress.ts';
import { parseProgram } from '../../src/intake/program-file.ts';
import { applyRematch } from '../../src/store/apply-rematch.ts';
import { standingIn } from '../../src/store/standing.ts';
import { openStore } from '../../src/store/store.ts';
import { transact } from '../../src/store/transact.ts';
import { emptyFolder } from '../fake-host.ts';

it('refuses a rematch worked out from pairs that have changed since', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  cpSync('test/errors/_program/people.csv', join(folder.path, 'people.csv'));
  for (const line of ['import people.csv --cohort fall', 'match --cohort fall', 'pair accept --all'])
    expect((await folder.run(line.split(' '))).code).toBe(0);
  const store = await openStore(join(folder.path, 'mentorctl.db'), { create: false });
  try {
    const standing = await standingIn(store.db, 1);
    const program = parseProgram('program: Peer mentoring\n', 'mentorctl.yaml').value;
    if (program === undefined) throw new Error('the shortest program file is not understood');
    const plan = finish(planRematch({ ...standing.input, seed: 1, maxMoves: Infinity }, program));
    // Somebody else ends a pair in the meantime.
    expect((await folder.run(['pair', 'end', '1001', '--reason', 'goals-met'])).code).toBe(0);
    const record = {
      cohortId: 1,
      at: '2026-11-02T09:00:00.000Z',
      programText: '',
      programHash: '',
      rosterHash: '',
      seed: 1,
      version: '0',
      objectiveName: 'coverage',
      snapshot: '{}',
    };
    const author = { at: record.at, who: 'tester', command: 'mentorctl rematch' };
    const runs = (): Promise<{ id: number }[]> => store.db.selectFrom('run').select('id').execute();
    const before = await runs();
    await expect(
      transact(store, author, (writer) =>
        applyRematch(writer, record, { plan, standing, leaving: [], day: '2026-11-02' }),
      ),
    ).rejects.toMatchObject({ code: 'pairs-changed' });
    expect(await runs()).toEqual(before);
  } finally {
    await store.close();
  }
});
