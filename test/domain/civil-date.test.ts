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
  ['a week ago', '2026-11-18'],
  ['2 weeks ago', '2026-11-11'],
  ['14 Oct 2026', '2026-10-14'],
  ['14 October', '2026-10-14'],
  ['Oct 14', '2026-10-14'],
  ['October 14th, 2025', '2025-10-14'],
  ['1st of Sept', '2026-09-01'],
  ['25 Nov', '2026-11-25'],
  ['26 Nov', '2025-11-26'],
  ['may 3', '2026-05-03'],
  ['14.10.2026', '2026-10-14'],
  ['3.4.2026', '2026-04-03'],
  ['14/10/2026', '2026-10-14'],
  ['10/14/2026', '2026-10-14'],
  ['04/04/2026', '2026-04-04'],
  ['2026/10/14', '2026-10-14'],
])('reads %s', (text, day) => {
  expect(sayDay(text, wednesday)).toBe(day);
});

it.each([
  '',
  'm',
  'mo',
  'tomorrow',
  'someday',
  '2026-02-30',
  '03/04/2026',
  '32 Oct',
  '29 Feb 2026',
  '14 Foo',
  'm 3',
  '13/13/2026',
  'days ago',
])('does not guess at "%s"', (text) => {
  expect(sayDay(text, wednesday)).toBeUndefined();
});
