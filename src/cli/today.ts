// The day it is where the user is: MENTORCTL_TODAY where it is set, else by the clock and the time zone of the host.
import { parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import { Failure } from '../domain/failure.ts';
import type { Host } from './host.ts';

export function today({ env, now }: Pick<Host, 'env' | 'now'>): CivilDate {
  const stated = env['MENTORCTL_TODAY'];
  const day = parseIsoDate(stated ?? dayIn(env['TZ'], now()));
  if (day !== undefined) return day;
  throw new Failure('usage', {
    code: 'bad-today',
    message: `MENTORCTL_TODAY is "${stated ?? ''}"`,
    hint: 'Write it as YYYY-MM-DD.',
  });
}

/** `zone` as the variable TZ has it; one that is not a place's name is left to the system. */
function dayIn(zone: string | undefined, at: Date): string {
  const timeZone = zone?.replace(/^:/, '');
  const format = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('en-CA', options).format(at);
  if (timeZone === undefined || timeZone === '') return format({});
  try {
    return format({ timeZone });
  } catch {
    return format({});
  }
}
