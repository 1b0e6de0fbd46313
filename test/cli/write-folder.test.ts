// If these fail, half of the letters lie in a folder as if they were all, or yesterday's among today's.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFolder } from '../../src/cli/write-folder.ts';
import { emptyFolder } from '../fake-host.ts';

const letter = (name: string): { name: string; content: string } => ({ name, content: 'Dear all' });

it('writes all files into a new folder or an empty one, readable by their owner alone', () => {
  const { path } = emptyFolder();
  mkdirSync(join(path, 'empty'), { mode: 0o755 });
  for (const name of ['empty', 'new', 'a/b/c']) {
    writeFolder(join(path, name), [letter('one'), letter('two')], name);
    expect(readdirSync(join(path, name)).sort()).toEqual(['one', 'two']);
    expect(statSync(join(path, name)).mode & 0o777).toBe(0o700);
  }
  expect(readdirSync(path).sort()).toEqual(['a', 'empty', 'new']);
});

it('leaves no part of them where one cannot be written', () => {
  const { path } = emptyFolder();
  expect(() => {
    writeFolder(join(path, 'letters'), [letter('one'), letter('no/such/folder')], 'letters');
  }).toThrow(expect.objectContaining({ code: 'cannot-write-file' }));
  expect(readdirSync(path)).toEqual([]);
});

it('touches nothing that is there', () => {
  const { path } = emptyFolder();
  writeFileSync(join(path, 'file'), 'kept');
  mkdirSync(join(path, 'full'));
  writeFileSync(join(path, 'full', 'old'), 'kept');
  for (const [name, code] of [
    ['file', 'folder-not-empty'],
    ['full', 'folder-not-empty'],
    ['file/below', 'cannot-write-file'],
  ] as const) {
    expect(() => {
      writeFolder(join(path, name), [letter('one')], name);
    }).toThrow(expect.objectContaining({ code }));
  }
  expect(readdirSync(join(path, 'full'))).toEqual(['old']);
  expect(existsSync(join(path, 'full', 'one'))).toBe(false);
});
