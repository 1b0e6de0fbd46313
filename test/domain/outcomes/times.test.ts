// If these fail, what cannot be known yet, or was known too late, counts in a report.
import { expect, it } from 'vitest';
import { parseIsoDate, dayNumber, type CivilDate } from '../../../src/domain/civil-date.ts';
import { checkTimes } from '../../../src/domain/outcomes/check-times.ts';
import { lateLine, measuredAfter } from '../../../src/domain/outcomes/known-before.ts';
import { termRange } from '../../../src/domain/outcomes/term.ts';

const day = (text: string): CivilDate => parseIsoDate(text) ?? (text as CivilDate);
const number = (text: string): number => dayNumber(day(text));
const status = (when: string) => ({ measure: 'retention', when, levels: ['stayed'], codes: Int32Array.from([0]) });
const value = (measure: string, when: string) => ({ measure, when, values: Float64Array.from([1]) });

it.each([
  ['2026-09-01', '2026-09-01', '2026-09-01'],
  ['fall 2026', '2026-08-01', '2026-12-31'],
  ['Spring 2026 Enrolled', '2026-01-01', '2026-04-30'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['Feb 2028', '2028-02-01', '2028-02-29'],
  ['2026', '2026-01-01', '2026-12-31'],
])('%s can mean any day from %s to %s', (label, first, last) => {
  expect(termRange(label)).toEqual({ first: number(first), last: number(last) });
});

it('leaves out what is dated after today and what is before the start, and says which', () => {
  const statuses = ['2025-02-01', 'fall 2025', '2026-09-01', '2028-09-01'].map(status);
  const observed = [value('gpa', 'fall 2025'), value('gpa', 'spring 2029')];
  const found = checkTimes(
    { observed, statuses },
    { today: day('2026-11-29'), starts: day('2025-09-01'), start: undefined },
  );
  expect(found.statuses.map(({ when }) => when)).toEqual(['fall 2025', '2026-09-01']);
  expect(found.observed.map(({ when }) => when)).toEqual(['fall 2025']);
  expect(found.notes.join(' ')).toMatch(/spring 2029.*2028-09-01.*2025-02-01 is left out: it is before the start/);
  // The one that says who was there at the start may come before it.
  const start = checkTimes(
    { observed: [], statuses },
    { today: day('2026-11-29'), starts: day('2025-09-01'), start: '2025-02-01' },
  );
  expect(start.statuses[0]?.when).toBe('2025-02-01');
});

it('takes nothing for known from before that was measured after the outcome', () => {
  const observed = [value('entry test', '2026-03-01'), value('aptitude', 'fall 2025'), value('essay', '')];
  const fields = observed.map(({ measure }) => ({ name: measure }));
  expect(measuredAfter({ observed }, fields, '2025-10-01')).toEqual([{ name: 'entry test', when: '2026-03-01' }]);
  expect(measuredAfter({ observed }, fields, 'spring 2026')).toEqual([]);
  expect(measuredAfter({ observed }, fields, '')).toEqual([]);
});

it('takes nothing for known from before that was measured long after the start', () => {
  const observed = [value('mid-year test', '2026-03-01'), value('first weeks', '2025-09-20'), value('essay', '')];
  const fields = observed.map(({ measure }) => ({ name: measure }));
  const starts = day('2025-09-01');
  const found = measuredAfter({ observed, starts }, fields, '2026-09-01');
  expect(found).toEqual([{ name: 'mid-year test', when: '2026-03-01', start: '1 Sep 2025' }]);
  expect(found.map((one) => lateLine(one, 'retention')).join()).toContain('long after the start (1 Sep 2025)');
  // Without a day of the outcome the start alone decides.
  expect(measuredAfter({ observed, starts }, fields, '')).toHaveLength(1);
});
