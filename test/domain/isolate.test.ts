// If these fail, a terminal shows the number of one person beside the name of another.
import { expect, it } from 'vitest';
import { isolated } from '../../src/domain/isolate.ts';

const open = '\u2068';
const close = '\u2069';

it.each([
  ['Ann Lee (0012)', 'Ann Lee (0012)'],
  ['علی‌رضا رضایی (0012)', `${open}علی‌رضا رضایی${close} (0012)`],
  ['דוד כהן, Ann', `${open}דוד כהן${close}, Ann`],
  ['Ann and דוד', `Ann and ${open}דוד${close}`],
  ['محمد-علي', `${open}محمد-علي${close}`],
  ['שָׁלוֹם', `${open}שָׁלוֹם${close}`],
  // Two columns of a table stay two.
  ['דוד  רחל', `${open}דוד${close}  ${open}רחל${close}`],
  ['דוד\nרחל', `${open}דוד${close}\n${open}רחל${close}`],
])('%j', (text, shown) => {
  expect(isolated(text)).toBe(shown);
});
