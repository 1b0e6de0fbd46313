// If these fail, what stands in a cell may steer a terminal, or show a name in another order than it was written in.
import { expect, it } from 'vitest';
import { safeJson, safeLines, safeText } from '../../src/domain/safe-text.ts';

const turning = Array.from('\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069');

it.each(turning)('a sign that turns the reading direction is shown, not obeyed: %j', (sign) => {
  const code = sign.charCodeAt(0).toString(16);
  expect(safeText(`Ana${sign}nimda`)).toBe(`Ana\\u${code}nimda`);
  expect(safeLines(`one\nAna${sign}`)).toBe(`one\nAna\\u${code}`);
  const json = JSON.stringify({ name: `Ana${sign}` });
  expect(safeJson(json)).not.toContain(sign);
  expect(JSON.parse(safeJson(json))).toEqual(JSON.parse(json));
});

it.each([
  ['\u0000', '\\x00'],
  ['\u0007', '\\x07'],
  ['\u001b[31m', '\\x1b[31m'],
  ['\u007f', '\\x7f'],
  ['\u009b2J', '\\x9b2J'],
])('a control character is shown: %j', (sign, shown) => {
  expect(safeText(sign)).toBe(shown);
});

it('leaves letters of every script as they are, in either direction', () => {
  for (const name of ['Zsófia', 'مريم', 'שרה', '陈', 'O’Brien-\u00e9', '🙂']) expect(safeText(name)).toBe(name);
});
