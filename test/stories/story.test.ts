// Every test/stories/*.story is told anew in an empty folder at a fixed time, and must come out as it is written.
// One of them: npm run story NAME. To write down what it says now: npm run story NAME -- -u, then read the difference.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';
import { tell } from './story.ts';

const folder = import.meta.dirname;

describe('stories', () => {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.story'))
    .sort()) {
    it(file.replace(/\.story$/, ''), async () => {
      const path = join(folder, file);
      await expect(await tell(readFileSync(path, 'utf8'), emptyFolder())).toMatchFileSnapshot(path);
    });
  }
});

describe('the story teller', () => {
  it('sets down what a command really said in place of what was expected', async () => {
    const told = await tell('# A wrong story.\n$ mentorctl cohort list\n  nothing\n? 1\n', emptyFolder());
    expect(told).toContain('! mentorctl: [folder]/mentorctl.db: there is no program here yet');
    expect(told).toContain('? 66');
    expect(told).not.toContain('  nothing');
  });

  it('takes quotes, variables, files, standard input and filters', async () => {
    const story = [
      '@ notes/a b.txt',
      '  one',
      '  two',
      '  three',
      '$ cat "notes/a b.txt" | grep t | head -n 1',
      '  two',
      '$ ls notes',
      '  a b.txt',
      '$ MENTORCTL_TODAY=tomorrow mentorctl status',
      '! ...',
      '! Write it as YYYY-MM-DD.',
      '? 2',
      '$ mentorctl import - --cohort fall --role mentee --quiet | head -n 1',
      '< name,email',
      '< Ana,ana@example.org',
      '  1 mentee in fall. 1 new, 0 changed, 0 as before.',
      '',
    ].join('\n');
    expect(await tell(story, emptyFolder())).toBe(story);
  });
});
