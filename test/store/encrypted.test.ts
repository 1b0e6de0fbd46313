// If these fail, an encrypted database can be read without its key, is lost with it, or leaves its words beside it. They run with the
// package better-sqlite3-multiple-ciphers in the place of the usual driver, which .ci/ciphers installs beside; npm test leaves them out
// (vitest.config.ts), and without-ciphers.test.ts holds what is said where the package is not there.
import { copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

const people = `Student ID,Full name,Mentor or mentee?,Topics
M1,Priya Naironova,Mentor,Exams
S1,Ana Suarezova,Mentee,Exams
`;

interface Box extends Folder {
  readonly say: (line: string, env?: Record<string, string>) => Promise<Ran>;
}

function box(): Box {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people);
  return { ...folder, say: (line, env = {}) => folder.run(line.split(' '), { env }) };
}

const key = { MENTORCTL_KEY: "o'ne key" };

/** Every file of the folder, besides what came in, in which a name can be read. */
function tells({ path }: Folder): string[] {
  return readdirSync(path).filter(
    (name) => /\.(db|backup|tmp)|yaml/.test(name) && readFileSync(join(path, name), 'latin1').includes('Naironova'),
  );
}

describe('an encrypted database', () => {
  it('is made where a key is said, and opens with it alone', async () => {
    const one = box();
    expect((await one.say('import people.csv --cohort fall', key)).code).toBe(0);
    expect(tells(one)).toEqual([]);
    expect((await one.say('person list', key)).stdout).toContain('Priya Naironova');
    const none = await one.say('person list');
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('MENTORCTL_KEY')]);
    const wrong = await one.say('person list', { MENTORCTL_KEY: 'another' });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('the key does not open this database')]);
    expect((await one.say('person list', { MENTORCTL_KEY_COMMAND: `echo ${key.MENTORCTL_KEY}` })).code).toBe(0);
    const failed = await one.say('person list', { MENTORCTL_KEY_COMMAND: 'false' });
    expect([failed.code, failed.stderr]).toEqual([2, expect.stringContaining('failed')]);
  });

  it('is encrypted, given another key and decrypted again, each time whole and with nothing left beside', async () => {
    const one = box();
    expect((await one.say('import people.csv --cohort fall')).code).toBe(0);
    expect(tells(one)).toEqual(['mentorctl.db']);
    expect((await one.say('data check', key)).stdout).toContain('no: mentorctl data encrypt');
    expect((await one.say('data encrypt', key)).code).toBe(0);
    expect(tells(one)).toEqual([]);
    const other = { MENTORCTL_KEY: 'other' };
    expect((await one.say('data encrypt', { ...key, MENTORCTL_NEW_KEY: 'other' })).code).toBe(0);
    expect((await one.say('data check', key)).code).toBe(2);
    const check = await one.say('data check', other);
    expect([check.code, check.stdout]).toEqual([0, expect.stringMatching(/audit trail {3}whole/)]);
    expect((await one.say('data decrypt --yes', other)).code).toBe(0);
    expect((await one.say('person list')).stdout).toContain('Priya Naironova');
    expect(readdirSync(one.path).sort()).toEqual(['mentorctl.db', 'mentorctl.yaml', 'people.csv']);
  });

  it('has backups that are encrypted, and comes back from them', async () => {
    const one = box();
    await one.say('import people.csv --cohort fall');
    await one.say('data backup plain.backup');
    const encrypted = await one.say('data encrypt', key);
    expect(encrypted.stdout).toContain('Not encrypted, and beside it: plain.backup');
    await one.say('data backup safe.backup', key);
    expect(tells(one)).toEqual(['plain.backup']);
    expect((await one.say('data restore safe.backup --yes', key)).stdout).toContain('It is encrypted');
    // A copy from before becomes as the database is: nobody asked to have it readable again.
    expect((await one.say('data restore plain.backup --yes', key)).stdout).toContain('It is encrypted');
    expect(tells(one)).toEqual(['plain.backup']);
    expect((await one.say('person list', key)).stdout).toContain('Priya Naironova');
    const other = await one.say('data restore safe.backup --yes', { MENTORCTL_KEY: 'another' });
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('safe.backup')]);
    const forgotten = await one.say('person forget S1 --confirm S1 --dry-run', key);
    expect(forgotten.stdout.replace(/\s+/g, ' ')).toContain('safe.backup');
  });

  it('comes back from a backup when it is damaged', async () => {
    const one = box();
    await one.say('import people.csv --cohort fall', key);
    await one.say('data backup safe.backup', key);
    const path = join(one.path, 'mentorctl.db');
    const bytes = readFileSync(path);
    bytes.fill(7, 100, 3000);
    writeFileSync(path, bytes);
    expect((await one.say('person list', key)).code).toBe(2);
    expect((await one.say('data restore safe.backup --yes', key)).code).toBe(0);
    expect((await one.say('person list', key)).stdout).toContain('Priya Naironova');
    truncateSync(path, 8192);
    expect((await one.say('data check', key)).code).not.toBe(0);
    expect((await one.say('data restore safe.backup --yes', key)).code).toBe(0);
  });

  it('gives research copies that need no key, and name nobody', async () => {
    const one = box();
    await one.say('import people.csv --cohort fall', key);
    const made = await one.say('export everything --pseudonymous --into program -o research', key);
    expect(made.code, made.stderr).toBe(0);
    const { code, stdout } = await one.run(['person', 'list', '--cohort', 'fall'], { under: 'research' });
    expect([code, stdout]).toEqual([0, expect.stringContaining('P-')]);
    expect(readFileSync(join(one.path, 'research/mentorctl.db'), 'latin1')).not.toContain('Naironova');
    expect(tells(one)).toEqual([]);
  });

  it('is not taken for a database where another file has its length', async () => {
    const one = box();
    writeFileSync(join(one.path, 'mentorctl.db'), 'a'.repeat(4096));
    expect((await one.say('person list', key)).stderr).toContain('this is not a mentorctl database');
    copyFileSync(process.execPath, join(one.path, 'other.bin'));
    truncateSync(join(one.path, 'other.bin'), 8192);
    const { code, stderr } = await one.say('person list --db other.bin', key);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is no mentorctl database')]);
  });
});
