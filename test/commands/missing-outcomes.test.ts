// If this fails, status says that everybody lacks a mark that came in several times, or says nobody does.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

it('takes an outcome that has no time of its own as known from any time, and names who lacks it at all', async () => {
  const folder = emptyFolder();
  const people = Array.from({ length: 12 }, (_, n) => `S${n + 10},Person ${n},${n < 2 ? 'mentor' : 'mentee'}`);
  writeFileSync(join(folder.path, 'people.csv'), `id,name,role\n${people.join('\n')}\n`);
  // S20 and S21 were never measured; S12 only the second time.
  const marks = Array.from({ length: 8 }, (_, n) => n + 12).flatMap((id) => [
    ...(id === 12 ? [] : [`S${id},wellbeing,week 1,${id}`]),
    ...(id % 2 === 0 ? [`S${id},wellbeing,week 9,${id + 1}`] : []),
  ]);
  writeFileSync(join(folder.path, 'marks.csv'), `id,measure,when,value\n${marks.join('\n')}\n`);
  writeFileSync(
    join(folder.path, 'mentorctl.yaml'),
    'measures:\n  wellbeing: {kind: number}\n  late mark: {kind: number, when: spring}\n',
  );
  for (const argv of [
    ['import', 'people.csv', '--cohort', 'fall'],
    ['import', 'marks.csv', '--cohort', 'fall'],
  ]) {
    const ran = await folder.run(argv);
    expect(ran.code, ran.stderr).toBe(0);
  }
  const status = await folder.run(['status']);
  expect(status.stdout).toMatch(/wellbeing missing for 2 of 10\b/);
  expect(status.stdout).not.toContain('late mark');
  const listed = await folder.run(['person', 'list', '--missing', 'wellbeing', '--json']);
  expect((JSON.parse(listed.stdout) as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(['S20', 'S21']);
});
