// If these fail, somebody's own settings are passed over without a word, or a slip in them looks like a fault of ours.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

function withUserFile(text: string): Folder {
  const folder = emptyFolder();
  mkdirSync(join(folder.path, '.config', 'mentorctl'), { recursive: true });
  writeFileSync(join(folder.path, '.config', 'mentorctl', 'config.yaml'), text);
  writeFileSync(join(folder.path, 'mentorctl.yaml'), '');
  return folder;
}

it.each([
  ['format: [', /not YAML/],
  ['input: perhaps', /does not know "perhaps"/],
  ['- format', /not a list of settings/],
  ['colour: never', /does not know "colour"/],
])('says what is wrong with %s', async (text, words) => {
  const ran = await withUserFile(text).run(['program', 'check']);
  expect(ran.code).not.toBe(0);
  expect(ran.code).not.toBe(70);
  expect(ran.stderr).toMatch(words);
});

it('says that it cannot be read, where it is there', async () => {
  const folder = withUserFile('');
  const path = join(folder.path, '.config', 'mentorctl', 'config.yaml');
  rmSync(path);
  mkdirSync(path);
  expect(await folder.run(['program', 'check'])).toMatchObject({
    code: 78,
    stderr: expect.stringContaining('cannot be read') as string,
  });
});

it('obeys a flag before the environment, that before the user file, and that before the standard', async () => {
  const folder = withUserFile('format: json\ninput: false\n');
  await folder.run(['cohort', 'add', 'fall']);
  const settings = async (argv: readonly string[], env: Record<string, string> = {}): Promise<string> => {
    const { stdout } = await folder.run(['data', 'check', ...argv], { env });
    return stdout;
  };
  expect(JSON.parse(await settings([]))).toMatchObject({
    settings: expect.arrayContaining([
      { what: 'format', value: 'json', from: 'user file' },
      { what: 'questions', value: 'never', from: 'user file' },
      { what: 'color', value: 'auto', from: 'default' },
    ]) as unknown,
  });
  const csv = { MENTORCTL_FORMAT: 'csv' };
  expect(await settings([], csv)).toContain('format,csv,environment');
  expect(await settings(['--format', 'text'], csv)).toMatch(/format\s+text\s+flag/);
});
