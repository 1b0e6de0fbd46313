// If these fail, a shell offers commands that are not there, or its start-up file has a syntax error.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../src/command-list.ts';
import { emptyFolder } from '../fake-host.ts';

it('bash completes commands, subcommands, options and choices', async () => {
  const folder = emptyFolder();
  const { stdout } = await folder.run(['completion', 'bash']);
  const script = join(folder.path, 'completion.bash');
  writeFileSync(script, stdout);
  const complete = (...words: string[]): string[] => {
    const line = `source ${script}; COMP_WORDS=(mentorctl ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _mentorctl; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', line], { cwd: folder.path, encoding: 'utf8' }).split('\n').filter(Boolean);
  };
  expect(complete('sta')).toEqual(['status']);
  expect(complete('pair', 're')).toContain('reopen');
  expect(complete('pair', 'end', '--ne')).toEqual(['--never-again']);
  expect(complete('pair', 'end', '--by-whom', 'men')).toEqual(['mentor', 'mentee']);
  expect(complete('--format', 'js')).toEqual(['json']);
  expect(complete('record', 'flag', 'res')).toContain('resolve');
});

it('names every command for every shell', async () => {
  const folder = emptyFolder();
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout, code } = await folder.run(['completion', shell]);
    expect(code).toBe(0);
    for (const { words } of commands) for (const word of words.split(' ')) expect(stdout).toContain(word);
  }
});

it('bash offers cohorts, people and runs as they are in the database, wherever the program is said to be', async () => {
  const folder = emptyFolder();
  const program = join(folder.path, 'program');
  mkdirSync(program);
  writeFileSync(join(program, 'people.csv'), 'Student ID,Full name,Role\nS1,Ana Silva,mentee\nM1,Cy Cole,mentor\n');
  for (const line of ['import people.csv --cohort fall-2026', 'match'])
    expect((await folder.run(line.split(' '), { under: 'program' })).code).toBe(0);
  const { stdout } = await folder.run(['completion', 'bash']);
  const script = join(folder.path, 'completion.bash');
  writeFileSync(script, stdout);
  const bin = join(folder.path, 'mentorctl');
  writeFileSync(bin, `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/mentorctl.js')}' "$@"\n`, {
    mode: 0o755,
  });
  const complete = (...words: string[]): string[] => {
    const line = `source ${script}; COMP_WORDS=(mentorctl ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _mentorctl; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { PATH: `${folder.path}:${process.env['PATH'] ?? ''}`, HOME: folder.path };
    return execFileSync('bash', ['-c', line], { cwd: folder.path, encoding: 'utf8', env }).split('\n').filter(Boolean);
  };
  expect(complete('-C', 'program', 'match', '--cohort', 'fa')).toEqual(['fall-2026']);
  expect(complete('-C', 'program', 'person', 'show', '')).toEqual(['M1', 'S1']);
  expect(complete('--dir', 'program', '-q', 'pair', 'explain', 'S')).toEqual(['S1']);
  expect(complete('-C', 'program', 'record', 'meeting', '--mentee', '')).toEqual(['M1', 'S1']);
  expect(complete('-C', 'program', 'match', 'show', '')).toEqual(['1']);
  expect(complete('-C', 'program', 'cohort', 'close', '')).toEqual(['fall-2026']);
  // Where there is nothing nothing is offered, and nothing is said.
  expect(complete('person', 'show', '')).toEqual([]);
});
