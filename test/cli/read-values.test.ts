// If these fail, a slip in a number, a day or a word is taken for something else, or told of in other words by every command.
import { expect, it } from 'vitest';
import { anyDay, decimal, oneOf, pastDay, wholeNumber, type Reader } from '../../src/cli/read-values.ts';
import { Failure } from '../../src/domain/failure.ts';
import { parseIsoDate, type CivilDate } from '../../src/domain/civil-date.ts';

const today = (): CivilDate => parseIsoDate('2026-11-25') as CivilDate;

function refusal<T>(read: Reader<T>, text: string): string {
  try {
    return `taken as ${String(read(text, '--flag'))}`;
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== 2) throw error;
    return `${error.code}: ${error.message}. ${error.hint ?? ''}`;
  }
}

it.each(['abc', '', ' ', '-1', '1.5', '1e3', '0x10', 'Infinity', '1,000', '١٢'])(
  'takes "%s" for no whole number',
  (text) => {
    expect(refusal(wholeNumber(), text)).toBe(`bad-number: --flag is "${text}". Write a whole number.`);
  },
);

it('says from where to where a number goes', () => {
  expect(wholeNumber({ least: 1, most: 366 })('366', '--early')).toBe(366);
  expect(refusal(wholeNumber({ least: 1, most: 366 }), '367')).toContain('Write a whole number from 1 to 366.');
  expect(refusal(wholeNumber({ least: 1 }), '0')).toContain('Write a whole number from 1 on.');
  expect(refusal(decimal({ most: 100 }), '100.5')).toContain('Write a number from 0 to 100.');
  expect([decimal({ most: 100 })('62.5', ''), decimal()('.5', '')]).toEqual([62.5, 0.5]);
});

it('says what was perhaps meant among the words it knows', () => {
  const read = oneOf(['coverage', 'quality']);
  expect(read('quality', '--objective')).toBe('quality');
  expect(refusal(read, 'qualty')).toBe(
    'unknown-value: --flag does not know "qualty". Did you mean "quality"? Known: coverage, quality.',
  );
});

it('tells a day that is not, one that is to come, and what is no day apart', () => {
  expect(pastDay(today)('yesterday', '--date')).toBe('2026-11-24');
  expect(refusal(pastDay(today), '2026-02-30')).toBe(
    'bad-date: --flag is "2026-02-30", and there is no such day: February 2026 has 28 days. Write it as YYYY-MM-DD or 14 Oct 2026, or today, yesterday, 3 days ago, monday.',
  );
  expect(refusal(pastDay(today), '2026-11-26')).toContain('future-date: --flag is 2026-11-26, which is still to come.');
  expect(refusal(pastDay(today), 'tomorrow')).toContain('future-date');
  expect(refusal(pastDay(today), 'soon')).toContain('bad-date: --flag is "soon". Write it as YYYY-MM-DD');
});

it('does not guess at the year of a day that may lie ahead', () => {
  expect(anyDay(today)('14 Dec 2026', '--ends')).toBe('2026-12-14');
  expect(refusal(anyDay(today), '14 Dec')).toContain(
    'bad-date: --flag is "14 Dec". Write it as YYYY-MM-DD or 14 Oct 2026',
  );
});
