// If these fail, a meeting of this evening is refused as still to come, or filed on the day before.
import { expect, it } from 'vitest';
import { today } from '../../src/cli/today.ts';

const at = (time: string, env: Record<string, string>): string => today({ env, now: () => new Date(time) });

it.each([
  ['2026-11-03T01:30:00Z', 'America/New_York', '2026-11-02'],
  ['2026-11-02T19:00:00Z', 'Pacific/Auckland', '2026-11-03'],
  ['2026-11-02T19:00:00Z', ':Asia/Tokyo', '2026-11-03'],
  ['2026-11-02T23:59:59Z', 'UTC', '2026-11-02'],
])('at %s in %s it is %s', (time, TZ, day) => {
  expect(at(time, { TZ })).toBe(day);
});

it('takes the day it is told, and refuses one that is none', () => {
  expect(at('2026-11-03T01:30:00Z', { TZ: 'Asia/Tokyo', MENTORCTL_TODAY: '2026-01-05' })).toBe('2026-01-05');
  expect(() => at('2026-11-03T01:30:00Z', { MENTORCTL_TODAY: '2026-02-30' })).toThrow(
    'MENTORCTL_TODAY is "2026-02-30"',
  );
});

it('leaves a time zone nobody knows to the system', () => {
  expect(at('2026-11-02T12:00:00Z', { TZ: 'Nowhere/Land' })).toBe(at('2026-11-02T12:00:00Z', {}));
});
