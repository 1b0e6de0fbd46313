// If these fail, a day is taken for another one, or a file is refused for the way somebody's spreadsheet writes days.
import { describe, expect, it } from 'vitest';
import {
  dateOrders,
  isAmbiguous,
  ordersSaid,
  readDate,
  readDay,
  readInstant,
} from '../../../src/domain/cells/dates.ts';

describe('days', () => {
  it.each([
    ['2026-10-02', '2026-10-02'],
    ['2026/10/2', '2026-10-02'],
    ['2026-10-02T14:30:00Z', '2026-10-02'],
    ['2-Oct-26', '2026-10-02'],
    ['02-OCT-26', '2026-10-02'],
    ['02-OCT-2026', '2026-10-02'],
    ['October 3, 2026', '2026-10-03'],
    ['Oct. 3, 2026', '2026-10-03'],
    ['Oct 3 2026', '2026-10-03'],
    ['October 3rd, 2026', '2026-10-03'],
    ['1st October 2026', '2026-10-01'],
    ['22nd of October 2026', '2026-10-22'],
    ['3 Sept 2026', '2026-09-03'],
    ['20261006', '2026-10-06'],
    ['13/10/2026', '2026-10-13'],
    ['13/10/26', '2026-10-13'],
    ['13.10.26', '2026-10-13'],
    ['Mon, 5 Oct 2026', '2026-10-05'],
    ['Monday, October 5, 2026', '2026-10-05'],
    ['Tuesday 13/10/2026', '2026-10-13'],
    ['Oct 5, 2026 10:15 AM', '2026-10-05'],
    ['5 Oct 2026 at 10:15', '2026-10-05'],
    ['13/10/2026 10:15', '2026-10-13'],
    ['2026-Oct-05', '2026-10-05'],
    ['5. Oktober 2026', '2026-10-05'],
    ['Montag, 5. März 2026', '2026-03-05'],
    ['5 de octubre de 2026', '2026-10-05'],
    ['lunes 5 de octubre de 2026', '2026-10-05'],
    ['5 octobre 2026', '2026-10-05'],
    ['lundi 5 août 2026', '2026-08-05'],
    ['5 ottobre 2026', '2026-10-05'],
    ['5 de março de 2026', '2026-03-05'],
    ['5 mei 2026', '2026-05-05'],
    ['31-Dec-99', '1999-12-31'],
  ])('%s is %s', (cell, day) => {
    expect(readDate(cell, 'dmy')).toBe(day);
  });

  it('month first where the column says so', () => {
    expect(readDate('10/13/26', 'mdy')).toBe('2026-10-13');
  });

  it.each([
    '',
    'Oct 2026',
    '31-Feb-26',
    '45',
    '3.14',
    'March',
    '10/13',
    '2026',
    'Room 5 North 2026',
    '12345678',
    '1-2-3-4',
  ])('%j is no day', (cell) => {
    expect(readDate(cell, 'dmy')).toBeUndefined();
  });

  it('a month in words leaves nothing open, digits may', () => {
    expect(isAmbiguous('3-Apr-26')).toBe(false);
    expect(isAmbiguous('4/4/26')).toBe(false);
    expect(isAmbiguous('3/4/26')).toBe(true);
    expect(isAmbiguous('Monday 3/4/2026')).toBe(true);
  });

  it('one day above twelve decides the column', () => {
    expect(dateOrders(['10/1/26', '10/13/26'])).toEqual(['mdy']);
    expect(dateOrders(['1.10.26', '2.10.26'])).toEqual(['dmy']);
    expect(dateOrders(['2-Oct-26', 'October 3, 2026'])).toEqual(['dmy', 'mdy']);
  });

  it('a time stamp with its month in words is an instant, whichever order numbers have', () => {
    expect(readInstant('Oct 5, 2026 2:15 PM', ['dmy', 'mdy'])).toBe('2026-10-05 14:15:00');
    expect(readInstant('5/10/2026 2:15', ['dmy', 'mdy'])).toBeUndefined();
  });
});

describe('the day of a cell among others', () => {
  it('reads as they do, though one of them is no day, and is not guessed where they leave it open', () => {
    const column = ['03/04/2026', '03/25/2026', 'soon'];
    expect(ordersSaid(column)).toEqual(['mdy']);
    expect(readDay('03/04/2026', ordersSaid(column), undefined)).toBe('2026-03-04');
    for (const open of [['03/04/2026', 'soon'], ['25/03/2026', '03/25/2026'], []]) {
      expect(readDay('03/04/2026', ordersSaid(open), undefined)).toMatchObject({ undecided: true });
      expect(readDay('03/04/2026', ordersSaid(open), 'dmy')).toBe('2026-04-03');
      expect(readDay('2026-04-03', ordersSaid(open), undefined)).toBe('2026-04-03');
      expect(readDay('03/25/2026', ordersSaid(open), undefined)).toBe('2026-03-25');
    }
    expect(readDay('03/25/2026', ordersSaid(column), 'dmy')).toMatchObject({ message: 'not a date' });
    expect(readDay('soon', [], undefined)).toMatchObject({ message: 'not a date' });
  });
});
