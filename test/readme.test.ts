// If this fails, the README or a page of the book shows something else than the program prints.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from './fake-host.ts';

/** Pages with a console block; the others are words and tables. */
const guide = readdirSync('docs/guide', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
const pages = ['README.md', ...guide.map((name) => `docs/guide/${name}`)].filter((page) =>
  readFileSync(page, 'utf8').includes('```console'),
);

const fence = /^```(?:console|csv \S+)?\n/m;

it.each(pages)('%s prints what the program prints', async (page) => {
  const folder = emptyFolder();
  const where = { under: '.' };
  const told: string[] = [];
  const text = readFileSync(page, 'utf8');
  // A file that the page shows is there for its commands.
  for (const [, name = '', shown = ''] of text.matchAll(/^```csv (\S+)\n([^]*?)^```$/gm))
    writeFileSync(join(folder.path, name), shown);
  // Every second part stands between ```console and ```.
  for (const [index, part] of text.split(fence).entries()) {
    told.push(index % 2 === 1 && part.startsWith('$ ') ? await tell(part, folder, where) : part);
  }
  const fences = [...text.matchAll(new RegExp(fence, 'gm'))].map(([line]) => line);
  expect(told.filter((part) => part.startsWith('$ ')).length).toBeGreaterThan(0);
  await expect(told.map((part, index) => `${part}${fences[index] ?? ''}`).join('')).toMatchFileSnapshot(`../${page}`);
});

/** One block: each command with what it prints, notes before the result; `...` in the page stands for any lines. */
async function tell(block: string, folder: Folder, where: { under: string }): Promise<string> {
  const shown = block.split(/^(?=\$ )/m);
  const told: string[] = [];
  for (const step of shown) {
    const [line = '', ...lines] = step.split('\n');
    const words = [...line.slice(2).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    if (words[0] !== 'mentorctl') {
      const [, name = ''] = /^mkdir (\S+) && cd \S+$/.exec(words.join(' ')) ?? [];
      mkdirSync(join(folder.path, name));
      where.under = name;
      told.push(step);
      continue;
    }
    const { code, stdout, stderr } = await folder.run(words.slice(1), where);
    expect(code, `${line}\n${stderr}`).toBe(0);
    const printed = `${stderr}${stdout}`;
    told.push(`${line}\n${matches(lines.join('\n'), printed) ? lines.join('\n') : printed}`);
  }
  return told.join('');
}

function matches(expected: string, printed: string): boolean {
  const escaped = expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^\\\.\\\.\\\.\n/gm, '(?:.*\\n)*?');
  return new RegExp(`^${escaped}$`).test(printed);
}
