// If these fail, man mentorctl tells of another program than --help does, or shows requests of roff for text.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { manPage } from '../../src/cli/man-page.ts';
import { commands } from '../../src/command-list.ts';
import { emptyFolder } from '../fake-host.ts';

it('man/mentorctl.1 is what help --man prints, and is in the package', async () => {
  const { code, stdout } = await emptyFolder().run(['help', '--man']);
  expect(code).toBe(0);
  for (const { words } of commands) expect(stdout).toContain(`\nmentorctl ${words.replaceAll('-', '\\-')}\n`);
  const { man, files } = JSON.parse(readFileSync('package.json', 'utf8')) as { man: string; files: string[] };
  expect(files).toContain('man');
  await expect(stdout).toMatchFileSnapshot(`../../${man}`);
});

it('takes no text for a request, and keeps its hyphens and backslashes', () => {
  const option = { flag: '--x', written: '--x', takesValue: false, choices: [] };
  const page = manPage({
    version: '1',
    summary: 's',
    commands: [],
    everywhere: [{ ...option, description: '.bold is \\no request' }],
    topics: [{ title: 'exit codes', text: "'quoted\n.SH none" }],
  });
  expect(page).toContain('\n\\&.bold is \\eno request\n');
  expect(page).toContain("\n\\&'quoted\n\\&.SH none\n");
  expect(page).toContain('\\fB\\-\\-x\\fR');
});
