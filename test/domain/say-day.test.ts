// If these fail, "yesterday" or "monday" at the terminal records a meeting on another day.
import { expect, it } from 'vitest';
import { parseIsoDate, type CivilDate } from '../../src/domain/civil-date.ts';
import { sayDay, sayFixedDay } from '../../src/domain/say-day.ts';

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

it.each(['', 'm', 'mo', 'someday', '03/04/2026', '14 Foo', 'm 3', 'days ago'])('does not guess at "%s"', (text) => {
  expect(sayDay(text, wednesday)).toBeUndefined();
});

it.each([
  ['2026-02-30', 'February 2026 has 28 days'],
  ['2024-2-30', 'February 2024 has 29 days'],
  ['30.02.2026', 'February 2026 has 28 days'],
  ['31 April 2026', 'April 2026 has 30 days'],
  ['32 Oct', 'October 2025 has 31 days'],
  ['2026-13-01', 'a year has 12 months'],
  ['13/13/2026', 'a year has 12 months'],
])('knows why there is no %s', (text, none) => {
  expect(sayDay(text, wednesday)).toEqual({ none });
  if (/\d{4}/.test(text)) expect(sayFixedDay(text, wednesday)).toEqual({ none });
});

it.each([
  ['tomorrow', '2026-11-26'],
  ['14 Oct 2027', '2027-10-14'],
  ['14.10.2027', '2027-10-14'],
  ['2027-10-14', '2027-10-14'],
])('reads %s as a day that may lie ahead', (text, day) => {
  expect(sayFixedDay(text, wednesday)).toBe(day);
});

it.each(['14 Oct', 'monday', '3 days ago', 'a week ago'])(
  'does not say of a day ahead whether "%s" is the last one or the next',
  (text) => {
    expect(sayFixedDay(text, wednesday)).toBeUndefined();
  },
);
