// If these fail, the answers to a sheet that was handed out are not read, or are read as answers to something else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

async function program(): Promise<Folder> {
  const folder = emptyFolder();
  const people = 'Student ID,Name,Role\nS1,Ana Suarez,mentee\nS2,Ben Adu,mentee\nM1,Priya Nair,mentor\n';
  writeFileSync(join(folder.path, 'people.csv'), people);
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  return folder;
}

it('is filled in as csv and comes back, item by item', async () => {
  const folder = await program();
  const { stdout: head } = await folder.run(['export', 'survey-form', 'belonging', '--into', 'csv']);
  expect(head.trimEnd().split('\n')).toHaveLength(1);
  writeFileSync(join(folder.path, 'sheet.csv'), `${head}S1,pre,1,2,3,4,5,1\nS2,pre,5,4,3,2,1,5\n`);
  const ran = await folder.run(['import', 'sheet.csv', '--as', 'survey', '--instrument', 'belonging']);
  expect(ran.code, ran.stderr).toBe(0);
  const { stdout } = await folder.run(['export', 'everything']);
  const { survey_answer: answers } = JSON.parse(stdout) as { survey_answer: Record<string, unknown>[] };
  expect(answers).toHaveLength(12);
  expect(answers[3]).toMatchObject({ person: 'S1', instrument: 'belonging', wave: 'pre', answer: 4 });
  expect(answers[3]?.['item']).toBe('I often feel like an outsider here.');
});

it('is a sheet with a box for every answer, and is refused for a survey nobody described', async () => {
  const folder = await program();
  const page = await folder.run(['export', 'survey-form', 'leadership', '--wave', 'mid', '--into', 'html']);
  expect(page.stdout.split('☐')).toHaveLength(8 * 5 + 1);
  expect(page.stdout).toContain('When: mid');
  const none = await folder.run(['export', 'survey-form', 'belongin']);
  expect(none.code).toBe(66);
  expect(none.stderr).toContain('belonging');
});

it('has the office under it, as every page has', async () => {
  const folder = await program();
  const file = join(folder.path, 'mentorctl.yaml');
  const office = 'office: { contact: Peers <peers@example.edu>, footer: "Room 4 & 5" }\n';
  writeFileSync(file, `${readFileSync(file, 'utf8')}${office}`);
  const { stdout } = await folder.run(['status', '--format', 'html']);
  expect(stdout).toContain(
    '<footer><p>Peer mentoring</p><p>Peers &lt;peers@example.edu&gt;</p><p>Room 4 &amp; 5</p></footer>',
  );
  expect((await folder.run(['status', '--format', 'md'])).stdout).not.toContain('Room 4');
});
