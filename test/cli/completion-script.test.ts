// If these fail, a shell offers commands that are not there, or its start-up file has a syntax error.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
