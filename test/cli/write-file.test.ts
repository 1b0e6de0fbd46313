// If these fail, a report that was being written when the disk filled up replaces the good one of last week.
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFileWhole } from '../../src/cli/write-file.ts';
import { Failure } from '../../src/domain/failure.ts';
import { emptyFolder } from '../fake-host.ts';

it('replaces a file whole and keeps it private', () => {
  const path = join(emptyFolder().path, 'report.txt');
  writeFileSync(path, 'old', { mode: 0o644 });
  writeFileWhole(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('leaves nothing behind when it cannot write', () => {
  const { path: folder } = emptyFolder();
  mkdirSync(join(folder, 'report.txt'));
  expect(() => {
    writeFileWhole(join(folder, 'report.txt'), 'new');
  }).toThrow(Failure);
  expect(readdirSync(folder)).toEqual(['report.txt']);
});

it.skipIf(process.getuid?.() === 0)('says so where writing is not allowed', () => {
  const { path: folder } = emptyFolder();
  chmodSync(folder, 0o500);
  expect(() => {
    writeFileWhole(join(folder, 'report.txt'), 'new');
  }).toThrow(/permission denied/);
  chmodSync(folder, 0o700);
});
