// If these fail, the columns of a table do not stand under one another, or a name is cut that has room.
import { expect, it } from 'vitest';
import { cut, displayWidth } from '../../src/render/wrap.ts';
import { tableText } from '../../src/render/table-text.ts';

it.each([
  ['Ann', 3],
  ['José', 4],
  ['Jose\u0301', 4],
  ['𠮷田 太郎', 9],
  ['髙橋', 4],
  ['김민준', 6],
  ['ｱﾝ', 2],
  ['🇩🇪', 2],
  ['1️⃣', 2],
  ['👩‍🏫', 2],
  ['👍🏽', 2],
  ['علی‌رضا', 6],
  ['สมชาย', 5],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('cuts no letter from its marks, and leaves whole what has room', () => {
  expect(cut('𠮷田 太郎', 9)).toBe('𠮷田 太郎');
  expect(cut('𠮷田 太郎', 8)).toBe('𠮷田 太…');
  expect(cut('👩‍🏫👩‍🏫👩‍🏫', 5)).toBe('👩‍🏫👩‍🏫…');
  expect(cut('Jose\u0301fine', 5)).toBe('Jose\u0301…');
});

it('a table of names from everywhere keeps its columns', () => {
  const names = ['Ann Lee', '𠮷田 太郎', '👩‍🏫 Cy', '🇩🇪 Di', 'José'];
  const text = tableText(
    {
      id: 'people',
      title: '',
      columns: [
        { id: 'name', title: 'name' },
        { id: 'n', title: 'n', align: 'right' },
      ],
      rows: names.map((name) => [
        { kind: 'text', text: name },
        { kind: 'text', text: '1' },
      ]),
    },
    60,
    (title) => title,
  );
  const widths = text.split('\n').map(displayWidth);
  expect(new Set(widths)).toEqual(new Set([2 + 9 + 2 + 1]));
});
