// If these fail, who stayed and who left becomes an answer that pairs people, because the words for it are of a language that nobody listed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

const ids = ['0001', '0002', '0003', '0004'];
const people = `Name,Student ID,Role\n${ids.map((id, n) => `Person ${n},${id},mentee`).join('\n')}\n`;

async function imported(
  headings: string,
  rows: readonly string[],
  { name = 'file.csv', argv = [] as readonly string[] } = {},
): Promise<Ran & { folder: Folder }> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people);
  writeFileSync(join(folder.path, name), `${headings}\n${rows.map((row, n) => `${ids[n] ?? ''},${row}`).join('\n')}\n`);
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  return { ...(await folder.run(['import', name, '--cohort', 'fall', ...argv])), folder };
}

async function kept({ folder }: { readonly folder: Folder }): Promise<string[]> {
  const { stdout } = await folder.run(['export', 'everything', '--format', 'json']);
  const { observation } = JSON.parse(stdout) as { observation: { status: string }[] };
  return observation.map(({ status }) => status);
}

describe('a column that speaks of staying, in a file about people on file', () => {
  it.each([
    ['Nr albumu,Status studenta', ['aktywny', 'skreślony', 'urlop dziekański', 'absolwent']],
    ['Student ID,Studiestatus', ['Registrerad', 'Avregistrerad', 'Studieuppehåll', 'Examinerad']],
    ['Öğrenci No,Durum', ['KAYITLI', 'Ayrıldı', 'Kayıt Dondurma', 'Mezun']],
    ['学籍番号,在籍状況', ['在籍', '退学', '休学', '卒業']],
    ['학번,학적상태', ['재학', '제적', '휴학', '졸업']],
    ['Student ID,Статус', ['Обучается', 'Отчислен', 'Академический отпуск', 'Выпускник']],
  ])('is read where its words are known: %s', async (headings, words) => {
    const ran = await imported(headings, words);
    expect(ran.code, ran.stderr).toBe(0);
    expect(await kept(ran)).toEqual(['stayed', 'left', 'stopped out', 'graduated']);
  });

  it.each([
    ['by its heading', 'Student ID,Állapot', ['Jó', 'Rossz', 'Jó', 'Jó'], 'file.csv'],
    ['by its heading, each word once', 'Student ID,Status', ['Rusticated', 'Gated', 'Terming', 'Sconced'], 'file.csv'],
    ['by the name of the file', 'Student ID,Team', ['Ndiye', 'Kuchoka', 'Ndiye', 'Ndiye'], 'retention-2026.csv'],
    ['by the one word that is known', 'Student ID,Team', ['Ndiye', 'Withdrawn', 'Ndiye', 'Ndiye'], 'file.csv'],
    ['because nothing else stands there', 'Student ID,Holat', ['Bor', 'Ketgan', 'Bor', 'Bor'], 'file.csv'],
    [
      'by the day beside some of them',
      'Student ID,Holat,Guruh,Kuni',
      ['Bor,Bir,', 'Ketgan,Bir,2026-03-01', 'Bor,Ikki,', 'Bor,Bir,'],
      'file.csv',
    ],
  ])('is asked about where nobody knows its words: %s', async (_, headings, rows, name) => {
    const ran = await imported(headings, rows, { name });
    const heading = headings.split(',')[1] ?? '';
    expect(ran.code, ran.stdout).toBe(65);
    expect(ran.stderr).toContain(`"${heading}" may say who is still here`);
    expect(ran.stderr).toContain('under statuses: in mentorctl.yaml');
    const answer = await imported(headings, rows, { name, argv: ['--map', `${heading}=own words`] });
    expect(answer.code, answer.stderr).toBe(0);
    const again = await answer.folder.run(['import', name, '--cohort', 'fall']);
    expect(again.code, again.stderr).toBe(0);
  });

  it.each([
    ['Student ID,Team,Floor', ['Red,North', 'Blue,South', 'Red,North', 'Red,North']],
    ['Student ID,Marital status', ['Single', 'Widowed', 'Single', 'Single']],
    ['Student ID,Enrolled Fall 2026,Holat', ['yes,Bor', 'no,Ketgan', 'yes,Bor', 'yes,Bor']],
  ])('is no answer that anybody may give: %s', async (headings, rows) => {
    const ran = await imported(headings, rows);
    expect(ran.code, ran.stderr).toBe(0);
  });
});

it('a sign-up keeps its own words: nobody there has stayed or left', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'signup.csv'), 'Name,Email,Role,Status\nAna,a@mar.example,mentee,Gated\n');
  const ran = await folder.run(['import', 'signup.csv', '--cohort', 'fall']);
  expect(ran.code, ran.stderr).toBe(0);
});
