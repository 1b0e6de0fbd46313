// If these fail, what is said of a file that is no table, of a sheet or of a name does not help whoever does it.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

const people = 'Name,Email,Role\nDora Elm,dora@mar.example,mentee\nEd Fir,ed@mar.example,mentor\n';
const asTable = people
  .trim()
  .split('\n')
  .map((row) => `<tr>${row.replace(/[^,]+/g, '<td>$&</td>').replaceAll(',', '')}</tr>`)
  .join('');
const zipped = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

describe('a file that is no table, saved as one as its message says', () => {
  it.each([
    ['people.ods', zipped('content.xml', 'META-INF/manifest.xml'), /LibreOffice \(\.ods\).*save it as .*CSV/],
    ['people.xlsb', zipped('xl/workbook.bin'), /binary workbook \(\.xlsb\).*save it as .*CSV/],
    ['people.numbers', zipped('Index/Document.iwa'), /Apple Numbers.*Export To, CSV/],
    ['people.xls', strToU8(`<html><body><table>${asTable}</table></body></html>`), /web page with a table.*CSV/],
    [
      'people.xls',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      /workbook of 2003 as XML.*CSV/,
    ],
    ['people.zip', zipped('people.csv'), /zip file, not a workbook.*Unpack it/],
  ])('%s', async (name, bytes, said) => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, name), bytes);
    const before = await folder.run(['import', name, '--cohort', 'fall']);
    expect([before.code, before.stderr.replace(/\n\s*/g, ' ')]).toEqual([65, expect.stringMatching(said)]);
    writeFileSync(join(folder.path, 'people.csv'), people);
    const now = await folder.run(['import', 'people.csv', '--cohort', 'fall']);
    expect([now.code, now.stdout]).toEqual([0, expect.stringContaining('1 mentor with 1 place, 1 mentee')]);
  });

  it('a workbook with a password, saved without one', async () => {
    const folder = emptyFolder();
    const at = (name: string): string => join(folder.path, name);
    copyFileSync('test/errors/has-password/book.xlsx', at('book.xlsx'));
    const before = await folder.run(['import', 'book.xlsx', '--cohort', 'fall']);
    expect(before.stderr).toContain('save it as .xlsx without one');
    copyFileSync('test/errors/which-sheet/people.xlsx', at('book.xlsx'));
    const now = await folder.run(['import', 'book.xlsx', '--cohort', 'fall', '--sheet', 'Mentors']);
    expect(now.code, now.stderr).toBe(0);
  });
});

describe('sheets of a workbook', () => {
  it('each of those that are named is read by the line that is given', async () => {
    const folder = emptyFolder();
    copyFileSync('test/errors/which-sheet/people.xlsx', join(folder.path, 'people.xlsx'));
    const command = ['import', 'people.xlsx', '--cohort', 'fall'];
    const { stderr } = await folder.run(command);
    const named = [...stderr.matchAll(/--sheet ("[^"]+"|[\w-]+)/g)].map(([, name = '']) => name.replaceAll('"', ''));
    expect(named.length).toBeGreaterThanOrEqual(2);
    for (const name of named) {
      const ran = await folder.run([...command, '--sheet', name]);
      expect([name, ran.code, ran.stderr]).toEqual([name, 0, expect.stringContaining(`sheet "${name}"`)]);
    }
  });

  it('a slip in the name of one is answered with those that are there', async () => {
    const folder = emptyFolder();
    copyFileSync('test/errors/which-sheet/people.xlsx', join(folder.path, 'people.xlsx'));
    const command = ['import', 'people.xlsx', '--cohort', 'fall', '--sheet'];
    const { stderr } = await folder.run([...command, 'Mentros']);
    const [, near = ''] = /Did you mean "?(\w+)/.exec(stderr) ?? [];
    expect((await folder.run([...command, near])).code).toBe(0);
  });
});

it('a name with a sign that nobody sees is corrected by the command that is named', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'file.csv'), 'ID,Name,Role\nS1,Do\u202era Elm,mentee\nS2,Ed Fir,mentor\n');
  const ran = await folder.run(['import', 'file.csv', '--cohort', 'fall']);
  expect(ran.stdout.replace(/\s+/g, ' ')).toMatch(/control or direction signs.*Correct with mentorctl person change/);
  const change = await folder.run(['person', 'change', 'S1', '--name', 'Dora Elm']);
  expect(change.code, change.stderr).toBe(0);
  expect((await folder.run(['person', 'list'])).stdout).toContain('Dora Elm');
});
