// If this fails, the drawing of who is counted loses somebody on the way, or counts a group that is hidden.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../../fake-host.ts';

it('loses between two boxes exactly those who stand beside them', async () => {
  const folder = emptyFolder();
  const rows = Array.from({ length: 60 }, (_, n) => {
    const gone = n % 20 === 0 ? 'deceased' : '';
    return `S${n},${n % 2 === 0 ? 'yes' : 'no'},Yes,${n % 7 === 3 ? '' : n % 5 === 0 ? 'No' : 'Yes'},${gone}`;
  });
  const head = 'Student ID,Mentored,Fall 2025 Enrolled,Fall 2026 Enrolled,Exclusion';
  writeFileSync(join(folder.path, 'registrar.csv'), `${[head, ...rows].join('\n')}\n`);
  const took = await folder.run(['import', 'registrar.csv', '--as', 'outcomes', '--cohort', 'fall']);
  expect(took.code, took.stderr).toBe(0);
  const { stdout } = await folder.run(['report', 'retention']);
  const drawn = stdout.slice(stdout.indexOf('Who is counted\n'));
  const [, first = '', second = ''] = /on file: (\d+) mentored, (\d+)/.exec(drawn) ?? [];
  expect([Number(first), Number(second)]).toEqual([30, 30]);
  const total = (line: string): number =>
    [...(new RegExp(`^ *${line}: (.*)$`, 'm').exec(drawn)?.[1] ?? '').matchAll(/\d+/g)].reduce(
      (sum, [n]) => sum + Number(n),
      0,
    );
  const away = [...drawn.slice(0, drawn.indexOf('known:')).matchAll(/left out[^:\n]*: (\d+)/g)];
  expect(total('on file') - total('known')).toBe(away.reduce((sum, [, n]) => sum + Number(n), 0));
  expect(total('known')).toBeLessThan(total('in cohort'));
});
