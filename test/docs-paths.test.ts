// If these fail, somebody who reads how this is built is sent to a file that is not there, or a page made from the program is
// left as it was by `npm run docs`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const pages = ['CONTRIBUTING.md', 'docs/architecture.md', 'docs/newcomers.md'];

/** `src/...`, `test/...` and the like, and what is named by its folder in domain/ or src/. */
function isThere(path: string): boolean {
  const rooms = ['commands', 'domain', 'domain/matching', 'domain/reports', 'domain/statistics'];
  return ['', 'src', ...rooms.map((room) => join('src', room))].some((root) => existsSync(join(root, path)));
}

it.each(pages)('%s names files that are there', (page) => {
  const named = [...readFileSync(page, 'utf8').matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:ts|js|cjs|md))`/g)];
  const paths = named.map(([, path = '']) => path).filter((path) => !/^(dist|coverage)\//.test(path));
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => path.includes('/') && !isThere(path))).toEqual([]);
});

it('npm run docs makes every page that is made from the program', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const makers = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((path) => {
    if (!path.endsWith('.test.ts')) return false;
    const text = readFileSync(join('test', path), 'utf8');
    return /toMatchFileSnapshot\([^;]*\/(docs|schema)\/|toMatchFileSnapshot\(`\.\.\/\$\{page\}`\)/.test(text);
  });
  expect(makers.length).toBeGreaterThan(3);
  expect(makers.filter((path) => scripts['docs']?.includes(`test/${path}`) !== true)).toEqual([]);
});
