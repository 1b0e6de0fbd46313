// If these fail, two people are said to share an hour that one of them never offered.
import { describe, expect, it } from 'vitest';
import { isHours, readHours } from '../../../src/domain/cells/hours.ts';
import { readAnswer } from '../../../src/domain/cells/answers.ts';
import { readInstant } from '../../../src/domain/cells/dates.ts';

describe('readHours', () => {
  it.each([
    ['Mon 09:00-11:00; Tue 14-15', 'Mon 09:00, Mon 10:00, Tue 14:00'],
    ['Monday 9am - 11am and Wednesday 2-4pm', 'Mon 09:00, Mon 10:00, Wed 14:00, Wed 15:00'],
    ['Fri 11-1pm', 'Fri 11:00, Fri 12:00'],
    ['Tue 9-10, 13-14', 'Tue 09:00, Tue 13:00'],
    ['Mon-Wed 8-9', 'Mon 08:00, Tue 08:00, Wed 08:00'],
    ['weekends 10-11', 'Sat 10:00, Sun 10:00'],
    ['Sat-Mon 10-11', 'Mon 10:00, Sat 10:00, Sun 10:00'],
    ['Thu 09:30-11:30', 'Thu 10:00'],
    ['Sun evening', 'Sun 17:00, Sun 18:00, Sun 19:00, Sun 20:00'],
  ])('%s', (cell, hours) => {
    expect(readHours(cell)?.join(', ')).toBe(hours);
    expect(isHours(readHours(cell) ?? [])).toBe(true);
  });

  it.each(['', '9-11', 'Mon', 'Mon 11-9', 'Mon 25-26', 'Mon 9:75-11', 'Monica 9-11', 'whenever', 'Mon 9-11; ask me'])(
    'does not guess at "%s"',
    (cell) => {
      expect(readHours(cell)).toBeUndefined();
    },
  );
});

describe('readAnswer', () => {
  it.each([
    ['4', 4],
    ['4 - Agree', 4],
    ['5 = Strongly agree', 5],
    ['Neither agree nor disagree', 3],
    ['strongly disagree', 1],
    ['', undefined],
    ['It depends', undefined],
    ['10', 10],
  ])('%s', (cell, answer) => {
    expect(readAnswer(cell)).toBe(answer);
  });
});

describe('readInstant', () => {
  it.each([
    ['9/14/2026 9:05:00 PM', ['mdy'] as const, '2026-09-14 21:05:00'],
    ['9/14/2026 12:05:00 AM', ['mdy'] as const, '2026-09-14 00:05:00'],
    ['2026-09-14T08:00:00.000Z', ['dmy', 'mdy'] as const, '2026-09-14 08:00:00'],
    ['14.09.2026', ['dmy'] as const, '2026-09-14 00:00:00'],
    ['3/4/2026 9:00', ['dmy', 'mdy'] as const, undefined],
  ])('%s', (cell, orders, instant) => {
    expect(readInstant(cell, orders)).toBe(instant);
  });
});
