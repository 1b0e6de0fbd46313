// If these fail, "yesterday" or "monday" at the terminal records a meeting on another day.
import { expect, it } from 'vitest';
import { parseIsoDate, sayDay, type CivilDate } from '../../src/domain/civil-date.ts';

const wednesday = parseIsoDate('2026-11-25') as CivilDate;

it.each([
  ['today', '2026-11-25'],
  [' Yesterday ', '2026-11-24'],
  ['3 days ago', '2026-11-22'],
  ['1 day ago', '2026-11-24'],
  ['monday', '2026-11-23'],
  ['Mon', '2026-11-23'],
  ['wednesday', '2026-11-18'],
  ['thu', '2026-11-19'],
  ['last friday', '2026-11-20'],
  ['2026-02-28', '2026-02-28'],
])('reads %s', (text, day) => {
  expect(sayDay(text, wednesday)).toBe(day);
});

it.each(['', 'm', 'mo', 'tomorrow', 'someday', '2026-02-30', '25/11/2026', 'days ago'])(
  'does not guess at "%s"',
  (text) => {
    expect(sayDay(text, wednesday)).toBeUndefined();
  },
);
