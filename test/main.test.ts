// If these fail, a fault of ours is told as if it were the coordinator's, or is not told at all.
import { expect, it } from 'vitest';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../src/domain/version.ts';
import { emptyFolder } from './fake-host.ts';

it('says the version that the package has', () => {
  const { version: packaged } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(version).toBe(packaged);
});

it('ends a fault of ours with 70, an apology and the way to report it', async () => {
  const folder = emptyFolder();
  await folder.run(['cohort', 'add', 'fall']);
  const now = (): Date => {
    throw new TypeError('x is not a function');
  };
  const line = ['cohort', 'add', 'spring'];
  const ran = await folder.run(line, { host: { now } });
  expect(ran.code).toBe(70);
  expect(ran.stderr).toContain('sorry, this is a fault in mentorctl; nothing was lost (x is not a function)');
  expect(ran.stderr).toContain('--debug');
  const debug = await folder.run([...line, '--debug', '--json'], { host: { now } });
  const { error } = JSON.parse(debug.stderr) as { error: { code: string; message: string } };
  expect(error.code).toBe('bug');
  expect(error.message).toContain('TypeError: x is not a function\n    at ');
});

it('puts no bytes of a workbook on a terminal, and names the file to write', async () => {
  const folder = emptyFolder();
  const ran = await folder.run(['status', '--format', 'xlsx'], { columns: 80 });
  expect([ran.code, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toContain('-o report.xlsx');
  expect((await folder.run(['status', '--format', 'xlsx', '-o', 'report.xlsx'], { columns: 80 })).code).toBe(0);
  expect(readFileSync(join(folder.path, 'report.xlsx')).toString('latin1', 0, 2)).toBe('PK');
});

it('takes options before and after the command', async () => {
  const folder = emptyFolder();
  const before = await folder.run(['--json', 'status']);
  const after = await folder.run(['status', '--json']);
  expect(before).toEqual(after);
  expect(JSON.parse(after.stdout)).toMatchObject({ schema: 'mentorctl/status@1', items: [] });
});

it.each([
  [['imprt'], "unknown command 'imprt'", 'Did you mean import?'],
  [['match', '--cohrt', 'fall'], "unknown option '--cohrt'", 'Did you mean --cohort?'],
  [['accept'], "unknown command 'accept'", 'Did you mean mentorctl pair accept?'],
  [['letters'], "unknown command 'letters'", 'mentorctl export introductions, mentorctl export reminders'],
  [['retention'], "unknown command 'retention'", 'Did you mean mentorctl report retention?'],
  [['report', 'retenton'], "unknown command 'retenton'", 'Did you mean retention? See mentorctl report --help.'],
  [['report', 'xyz'], "unknown command 'xyz'", 'Known: retention, '],
  [['match', 'Fall', '2026'], 'does not know what to do with "Fall" "2026"', 'Did you mean --cohort "Fall 2026"?'],
  [['record', 'meeting', 'Ana'], 'does not know what to do with "Ana"', '--mentee Ana'],
  [['pair', 'explain', 'Ana'], 'pair explain needs MENTOR: id', 'mentorctl pair explain MENTEE MENTOR   See'],
  [['match', '--cohort'], '--cohort stands there without its value', 'Write --cohort <name>.'],
  [
    ['import', 'a.csv', '--role', 'mentees'],
    '--role does not know "mentees"',
    'Did you mean "mentee"? Known: mentor, ',
  ],
  [['import', 'a.csv', '--map', 'x'], '--map is "x"', 'Write it as "Heading=field".'],
  [['--role', 'mentor', 'match'], "unknown option '--role'", 'Its options stand after a command'],
  [['help', 'nonsense'], "there is no help on 'nonsense'", 'See mentorctl --help.'],
  [['person', 'list', '-o', 'people.docx'], 'does not write .docx files', 'a word processor .html'],
])('suggests the nearest word for %j', async (argv, message, hint) => {
  const ran = await emptyFolder().run(argv);
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toContain(message);
  expect(ran.stderr).toContain(hint);
});

it('has help behind the name of a group, too', async () => {
  const folder = emptyFolder();
  const behind = await folder.run(['pair', 'help', 'list']);
  expect(behind.code).toBe(0);
  expect(behind.stdout).toBe((await folder.run(['pair', 'list', '--help'])).stdout);
});

it('writes what the name of the file says, and says that it did', async () => {
  const folder = emptyFolder();
  const head = 'Student ID,E-mail,Full name,Role';
  writeFileSync(`${folder.path}/people.csv`, `${head}\n1,ana@example.org,Ana Suarez,mentee\n`);
  await folder.run(['import', 'people.csv', '--cohort', 'fall']);
  const written = await folder.run(['person', 'list', '-o', 'list.csv', '--excel']);
  expect(written).toMatchObject({ code: 0, stdout: '', stderr: 'Wrote list.csv.\n' });
  const bytes = readFileSync(`${folder.path}/list.csv`, 'utf8');
  expect(bytes.startsWith('\ufeffid,name,role,')).toBe(true);
  expect(bytes).toContain('\r\n1,Ana Suarez,mentee,');
  await folder.run(['person', 'list', '-o', 'list.json', '-q']);
  expect(JSON.parse(readFileSync(`${folder.path}/list.json`, 'utf8'))).toMatchObject({ cohort: 'fall' });
});

it('finds the file that was meant by its beginning', async () => {
  const folder = emptyFolder();
  writeFileSync(`${folder.path}/Signups (Responses) 1.csv`, 'Name\n');
  const ran = await folder.run(['import', 'signups', '--cohort', 'fall']);
  expect(ran.code).toBe(66);
  expect(ran.stderr).toContain('Did you mean "Signups (Responses) 1.csv"?');
  const nowhere = await folder.run(['import', 'not/there.csv', '--cohort', 'fall']);
  expect(nowhere.stderr).toContain('There is no such folder either');
});

it.each(['exit-codes', 'environment', 'formats'])('has help on %s', async (topic) => {
  const ran = await emptyFolder().run(['help', topic]);
  expect(ran.code).toBe(0);
  expect(ran.stderr).toBe('');
  expect(ran.stdout.split('\n').length).toBeGreaterThan(4);
});

it('says what failed as one line of JSON when MENTORCTL_FORMAT asks for it', async () => {
  const ran = await emptyFolder().run(['match'], { env: { MENTORCTL_FORMAT: 'json' } });
  expect(JSON.parse(ran.stderr)).toMatchObject({ error: { code: 'no-program' } });
});

it.each([
  ['mentorctl.db', 'this is the database itself'],
  ['mentorctl.yaml', 'this is the program file itself'],
])('a result never goes over %s', async (name, message) => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), 'id,name,role\n1,Ana,mentor\n2,Bo,mentee\n');
  await folder.run(['import', 'people.csv', '--cohort', 'fall']);
  const before = readFileSync(join(folder.path, name));
  const ran = await folder.run(['status', '-o', `./${name}`]);
  expect(ran.code).toBe(73);
  expect(ran.stderr).toContain(message);
  expect(readFileSync(join(folder.path, name)).equals(before)).toBe(true);
});

it.each(['no/such/folder.txt', '.'])('nothing is changed whose result could not be written to %s', async (output) => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), 'id,name,role\n1,Ana,mentor\n2,Bo,mentee\n');
  const ran = await folder.run(['import', 'people.csv', '--cohort', 'fall', '-o', output]);
  expect(ran.code).toBe(73);
  expect((await folder.run(['cohort', 'list', '--json'])).stdout).not.toContain('fall');
  expect(existsSync(join(folder.path, 'mentorctl.yaml'))).toBe(false);
});

it.each([
  [{ code: 'ERR_DLOPEN_FAILED' }, 66, 'npm rebuild better-sqlite3'],
  [{ code: 'EACCES', syscall: 'scandir', path: 'somewhere' }, 66, 'somewhere: this cannot be read: permission denied'],
  [{ code: 'ENOSPC', syscall: 'write', path: 'somewhere' }, 73, 'somewhere: this cannot be written: the disk is full'],
])('says of what the system refused (%j) what the user can mend', async (what, code, said) => {
  const folder = emptyFolder();
  await folder.run(['cohort', 'add', 'fall']);
  const now = (): Date => {
    throw Object.assign(new Error('refused'), what);
  };
  const ran = await folder.run(['cohort', 'add', 'spring'], { host: { now } });
  expect(ran.stderr).toContain(said);
  expect(ran.code).toBe(code);
});
