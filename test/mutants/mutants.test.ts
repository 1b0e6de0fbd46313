// If these fail, `npm run mutants` breaks lines other than it says, and its figures mean nothing.
import { expect, it } from 'vitest';
import { mutantsOf } from './mutants.ts';

const changes = (text: string): string[] => mutantsOf('x.ts', text).map(({ from, to }) => `${from} -> ${to}`);

it('breaks operators, conditions, numbers, defaults, calls and statements, one at a time', () => {
  expect(changes('const a = b && c < 3;')).toEqual(['&& -> ||', '< -> <=', '3 -> (3 + 1)']);
  expect(changes('const seats = draft ?? part ?? 1;')).toContain(' ?? 1 -> ');
  expect(changes('if (!a) list.push(b);')).toEqual(['!a -> !(!a)', '!a -> a', 'list.push(b); -> ;']);
  expect(changes('const x = a ? b : c;')).toEqual(['a ? b : c -> b', 'a ? b : c -> c']);
  expect(changes('const x = list.filter(f).some(g);')).toEqual(['some -> every', 'list.filter(f) -> list']);
});

it('leaves types, imports and texts alone', () => {
  expect(changes("import { a } from './a.ts';\ninterface B { readonly c: 1 | true }\nconst d: 2 = e as 3;")).toEqual(
    [],
  );
  expect(changes("const t = 'a' + b;")).toEqual([]);
});

it('gives the whole file with the one change, and its line', () => {
  expect(mutantsOf('x.ts', 'const a = 1;\nconst b = c === d;\n')[1]).toEqual({
    line: 2,
    from: '===',
    to: '!==',
    text: 'const a = 1;\nconst b = c !== d;\n',
  });
});
