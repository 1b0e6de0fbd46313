// If this fails, the day people left is not followed, or it is taken for a mark they got.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

it('follows people to the day they left, and does not report that day as a performance', async () => {
  const folder = emptyFolder();
  const rows = Array.from({ length: 60 }, (_, n) => {
    const left = n % 3 === 0;
    return `S${String(n).padStart(3, '0')},${n < 30 ? 'Y' : 'N'},Y,${left ? 'N' : 'Y'},${left ? 10 + n : ''},${2 + (n % 7) / 5}`;
  });
  const head = 'Student ID,Participated,Fall 2025 Enrolled,Fall 2026 Enrolled,Left day,GPA Fall';
  writeFileSync(join(folder.path, 'registrar.csv'), `${[head, ...rows].join('\n')}\n`);
  writeFileSync(
    join(folder.path, 'mentorctl.yaml'),
    [
      'columns: {id: [Student ID], group: [Participated]}',
      'measures:',
      '  fall 2025: {kind: retention, headings: [Fall 2025 Enrolled], when: fall 2025, start: true}',
      '  fall 2026: {kind: retention, headings: [Fall 2026 Enrolled], when: fall 2026}',
      '  left day: {kind: number, headings: [Left day]}',
      '  gpa fall: {kind: number, headings: [GPA Fall]}',
      'reports: {left-on: left day}',
      '',
    ].join('\n'),
  );
  const ran = await folder.run(['import', 'registrar.csv', '--cohort', 'fall']);
  expect(ran.code, ran.stderr).toBe(0);
  const survival = await folder.run(['report', 'retention', '--table', 'survival', '--format', 'csv']);
  expect(survival.stdout).toContain('still-here');
  // Day 67 is the last on which anybody left; 20 of each 30 are here after it.
  expect(survival.stdout).toMatch(/^mentored,67,20,0\.6666/m);
  const performance = await folder.run(['report', 'performance', '--json']);
  expect(performance.stdout).toContain('gpa fall');
  expect(performance.stdout).not.toContain('left day');
});
