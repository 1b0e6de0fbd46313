// If these fail, a shell offers commands that are not there, or its start-up file has a syntax error.
import { execFileSync, spawnSync } from 'node:child_process';
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

/** What a shell would offer after words of a command line, the last of them begun; the start-up file is named by $0. */
const offered: Readonly<Record<string, (words: readonly string[]) => string>> = {
  bash: (words) =>
    `source "$0"; COMP_WORDS=(mentorctl ${quoted(words)}); COMP_CWORD=${words.length}; _mentorctl; printf '%s\\n' "\${COMPREPLY[@]}"`,
  // As its own bashcompinit calls it.
  zsh: (words) =>
    `autoload -Uz compinit; compinit -u -D; source "$0"; offer() { emulate -L sh; setopt kshglob ksharrays; COMP_WORDS=(mentorctl ${quoted(words)}); COMP_CWORD=${words.length}; _mentorctl; printf '%s\\n' "\${COMPREPLY[@]}"; }; offer`,
  fish: (words) => `source $SCRIPT; complete -C "mentorctl ${words.join(' ')}"`,
};
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');
const installed = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

it.each(Object.keys(offered).filter(installed))(
  '%s offers cohorts, people and runs as they are in the database, wherever the program is said to be',
  { timeout: 120_000 },
  async (shell) => {
    const folder = emptyFolder();
    const program = join(folder.path, 'office');
    mkdirSync(program);
    writeFileSync(join(program, 'people.csv'), 'Student ID,Full name,Role\nS1,Ana Silva,mentee\nM1,Cy Cole,mentor\n');
    for (const line of ['import people.csv --cohort fall-2026', 'match'])
      expect((await folder.run(line.split(' '), { under: 'office' })).code).toBe(0);
    const { stdout } = await folder.run(['completion', shell]);
    const script = join(folder.path, `completion.${shell}`);
    writeFileSync(script, stdout);
    const bin = join(folder.path, 'mentorctl');
    writeFileSync(bin, `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/mentorctl.js')}' "$@"\n`, {
      mode: 0o755,
    });
    const complete = (...words: string[]): string[] => {
      const env = { PATH: `${folder.path}:${process.env['PATH'] ?? ''}`, HOME: folder.path, SCRIPT: script };
      const line = offered[shell]?.(words) ?? '';
      // fish says behind a tab what each is.
      return (
        execFileSync(shell, ['-c', line, ...(shell === 'fish' ? [] : [script])], {
          cwd: folder.path,
          encoding: 'utf8',
          env,
        })
          .split('\n')
          .map((offer) => offer.split('\t')[0] ?? '')
          // zsh itself leaves out what does not begin as the last word does.
          .filter((offer) => offer !== '' && offer.startsWith(words.at(-1) ?? ''))
          .sort()
      );
    };
    expect(complete('-C', 'office', 'match', '--cohort', 'fa')).toEqual(['fall-2026']);
    expect(complete('-C', 'office', 'person', 'show', '')).toEqual(['M1', 'S1']);
    expect(complete('--dir', 'office', '-q', 'pair', 'explain', 'S')).toEqual(['S1']);
    expect(complete('-C', 'office', 'record', 'meeting', '--mentee', '')).toEqual(['M1', 'S1']);
    expect(complete('-C', 'office', 'match', 'show', '')).toEqual(['1']);
    expect(complete('-C', 'office', 'cohort', 'close', '')).toEqual(['fall-2026']);
    // Where there is nothing nothing is offered, and nothing is said.
    expect(complete('person', 'show', '')).toEqual([]);
  },
);
