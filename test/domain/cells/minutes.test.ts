// If these fail, a meeting of an hour and a half is kept as one minute, or not at all.
import { expect, it } from 'vitest';
import { readMinutes } from '../../../src/domain/cells/minutes.ts';

it.each([
  ['45', 45],
  ['45 min', 45],
  ['45 minutes', 45],
  ['44.6', 45],
  ['1 h', 60],
  ['1h30', 90],
  ['1 h 30 min', 90],
  ['1 hour and 15 minutes', 75],
  ['1.5 hours', 90],
  ['1,5 h', 90],
  ['1:30', 90],
  ['an hour', 60],
  ['half an hour', 30],
  ['about 20 mins', 20],
  ['0', 0],
  ['two hours', 120],
  ['an hour and a half', 90],
  ['two and a half hours', 150],
  ['1 1/2 h', 90],
  ['1½ hours', 90],
  ['½ h', 30],
  ['half hour', 30],
  ['quarter of an hour', 15],
  ['a quarter hour', 15],
  ['three quarters of an hour', 45],
  ['forty-five minutes', 45],
  ['one hour 15', 75],
  ["60'", 60],
  ['9h', 540],
  ['anderhalf uur', 90],
  ['een half uur', 30],
  ['anderthalb Stunden', 90],
  ['zweieinhalb Stunden', 150],
  ['une heure et demie', 90],
  ['hora y media', 90],
  ['uma hora e meia', 90],
  ["mezz'ora", 30],
  ['kwartier', 15],
  ['dreiviertelstunde', 45],
  ['pół godziny', 30],
  ['bir buçuk saat', 90],
  ['45 dakika', 45],
  ['en och en halv timme', 90],
  ['1時間30分', 90],
  ['1小时半', 90],
  ['1시간', 60],
  ['2 часа', 120],
])('reads %s as %i minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

it.each(['', 'long', '1:75', 'min', 'h', 'one or two hours', '30-45'])('does not guess at "%s"', (text) => {
  expect(readMinutes(text)).toBeUndefined();
});
