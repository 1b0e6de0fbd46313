// If these fail, a report that was being written when the disk filled up replaces the good one of last week.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mustBeWritable, startFile, writeFileWhole } from '../../src/cli/write-file.ts';
import { Failure } from '../../src/domain/failure.ts';
import { emptyFolder } from '../fake-host.ts';
import { asAnybody } from '../as-anybody.ts';

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
  writeFileSync(join(folder, 'file'), 'kept');
  expect(() => {
    writeFileWhole(join(folder, 'file', 'report.txt'), 'new');
  }).toThrow('part of its path is a file');
  expect(readdirSync(folder)).toEqual(['file', 'report.txt']);
});

it('says so where writing is not allowed', async () => {
  const { path: folder } = emptyFolder();
  chmodSync(folder, 0o500);
  await asAnybody([folder], () => {
    expect(() => {
      writeFileWhole(join(folder, 'report.txt'), 'new');
    }).toThrow(/permission denied/);
  });
  chmodSync(folder, 0o700);
});

it('follows a link, so that a program file kept elsewhere stays the one that is read', () => {
  const { path: folder } = emptyFolder();
  mkdirSync(join(folder, 'shared'));
  writeFileSync(join(folder, 'shared', 'mentorctl.yaml'), 'old');
  symlinkSync(join('shared', 'mentorctl.yaml'), join(folder, 'mentorctl.yaml'));
  writeFileWhole(join(folder, 'mentorctl.yaml'), 'new');
  expect(lstatSync(join(folder, 'mentorctl.yaml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'shared', 'mentorctl.yaml'), 'utf8')).toBe('new');
  expect(readdirSync(join(folder, 'shared'))).toEqual(['mentorctl.yaml']);
});

it.skipIf(process.platform === 'win32')('writes into a pipe and leaves it one', async () => {
  const { path: folder } = emptyFolder();
  const pipe = join(folder, 'pipe');
  spawnSync('mkfifo', [pipe]);
  const reader = spawn('cat', [pipe]);
  let got = '';
  reader.stdout.on('data', (part) => (got += String(part)));
  const ended = new Promise((resolve) => reader.once('close', resolve));
  mustBeWritable(pipe);
  writeFileWhole(pipe, 'through');
  await ended;
  expect(got).toBe('through');
  expect(statSync(pipe).isFIFO()).toBe(true);
});

it('says before the work what would stop it after', () => {
  const { path: folder } = emptyFolder();
  writeFileSync(join(folder, 'file'), '');
  const refused = (...path: string[]): string => {
    try {
      mustBeWritable(join(folder, ...path));
      return '';
    } catch (error) {
      return (error as Failure).message;
    }
  };
  expect(refused('.')).toContain('it is a folder');
  expect(refused('no', 'such.txt')).toContain('its folder does not exist');
  expect(refused('new.txt')).toBe('');
  expect(refused('file')).toBe('');
});

it('a file written in parts is there when it is finished, for its owner alone, and the old one until then', () => {
  const { path } = emptyFolder();
  const name = join(path, 'all.json');
  writeFileSync(name, 'old');
  const file = startFile(name);
  file.write('[1,');
  file.write(Buffer.from('2]'));
  expect(readFileSync(name, 'utf8')).toBe('old');
  file.finish();
  file.abandon();
  expect(readFileSync(name, 'utf8')).toBe('[1,2]');
  expect(statSync(name).mode & 0o777).toBe(0o600);
  expect(readdirSync(path)).toEqual(['all.json']);
});

it('a file broken off, or in the place of a folder, leaves no trace', () => {
  const { path } = emptyFolder();
  const file = startFile(join(path, 'all.json'));
  file.write('half');
  file.abandon();
  expect(readdirSync(path)).toEqual([]);
  mkdirSync(join(path, 'taken'));
  const other = startFile(join(path, 'taken'));
  other.write('x');
  expect(() => {
    other.finish();
  }).toThrow(/it is a folder/);
  expect(readdirSync(path)).toEqual(['taken']);
  expect(() => startFile(join(path, 'nowhere', 'all.json'))).toThrow('its folder does not exist');
});
