// If these fail, a meeting of an hour and a half is kept as a minute and a half, or one of three quarters of an hour as 45 hours.
import { describe, expect, it } from 'vitest';
import { areTimesOfDay, lengthReader, minutesBetween } from '../../../src/domain/cells/lengths.ts';

const read = (heading: string, cells: readonly string[]): (number | string)[] =>
  cells.map(lengthReader(heading, cells));

describe('how long meetings took', () => {
  it.each([
    ['Duration', ['1.5', '0.75', '1'], [90, 45, 60]],
    ['Hours', ['1', '2'], [60, 120]],
    ['Hours', ['1,5', '0,75'], [90, 45]],
    ['Contact time (hrs)', ['2', '1.25'], [120, 75]],
    ['Stunden', ['1,5', '2'], [90, 120]],
    ['Horas', ['1.5'], [90]],
    ['Duration', ['45', '60', '30'], [45, 60, 30]],
    ['Minutes', ['1', '2'], [1, 2]],
    ['Minutes', ['44.6'], [45]],
    ['Duration', ['0:45:00', '1:30:00'], [45, 90]],
    ['Duration', ['1:30', '0:50'], [90, 50]],
    ['Duration', ['45:00', '30:00'], [45, 30]],
    ['Duration', ['0.0417', '0.0625'], [60, 90]],
    ['Duration', ['0.041666666667', '0.03125'], [60, 45]],
    ['Length', ['1h 30m', '45 min', 'an hour', 'PT1H15M'], [90, 45, 60, 75]],
    ['Dauer', ['1 Std 30 Min', '45 Minuten', '2 Stunden'], [90, 45, 120]],
    ['Durée', ['1 heure', '45 minutes'], [60, 45]],
  ])('%s %j', (heading, cells, minutes) => {
    expect(read(heading, cells)).toEqual(minutes);
  });

  it('asks where a number could be either', () => {
    expect(read('Duration', ['1', '2', '1'])).toEqual(Array(3).fill('minutes or hours?'));
    expect(read('Duration', ['45', '1.5', '60', '2', '1 h'])).toEqual([
      45,
      'minutes or hours?',
      60,
      'minutes or hours?',
      60,
    ]);
    expect(read('Minutes', ['45', '2.4'])).toEqual([45, 2]);
  });

  it.each([
    ['14:00', '15:30', 90],
    ['9:00 AM', '9:45 AM', 45],
    ['11 am', '1 pm', 120],
    ['14h00', '14h40', 40],
    ['23:30', '0:15', 45],
    ['2026-10-01 14:00:00', '2026-10-01 14:50:00', 50],
    ['14:00', 'later', undefined],
    ['14', '15', undefined],
  ])('%s to %s', (from, until, minutes) => {
    expect(minutesBetween(from, until)).toBe(minutes);
  });
});

it('times at which people meet are no lengths', () => {
  expect(areTimesOfDay(['14:00', '9:30'])).toBe(true);
  expect(areTimesOfDay(['9h', '14 Uhr', '2 pm'])).toBe(true);
  expect(areTimesOfDay(['1:30', '0:45'])).toBe(false);
  expect(areTimesOfDay(['45', '30'])).toBe(false);
  expect(minutesBetween('9h', '10h30')).toBe(90);
});
