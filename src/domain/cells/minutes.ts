// How long a meeting took, as people write it: 45, "45 min", "1 h 30", "1:30", "1.5 hours", "an hour".
import { readNumber } from './numbers.ts';

/** A day has no more. */
export const mostMinutes = 1440;

/** Whole minutes, 0 to 1440 or beyond as written; undefined where the text is no length of time. A bare number is minutes. */
export function readMinutes(text: string): number | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(about|ca\.?|approx\.?|~)\s*/, '')
    .replace(/\b(an?|one)(?= h)/, '1')
    .replace(/\bhalf an? hour\b|\bhalf 1 hour\b/, '30 min');
  const clock = /^(\d{1,2}):([0-5]\d)(?: ?h(?:ours?)?)?$/.exec(plain);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const said = /^(?:([\d.,]+) ?(?:h|hrs?|hours?)\.?)? ?(?:(?:and )?(\d+) ?(?:m|mins?|minutes?)?\.?)?$/.exec(plain);
  if (said === null || (said[1] ?? said[2]) === undefined) return wholeMinutes(readNumber(plain, 'point'));
  const hours = said[1] === undefined ? 0 : readNumber(said[1].replace(',', '.'), 'point');
  return hours === undefined ? undefined : wholeMinutes(hours * 60 + Number(said[2] ?? 0));
}

function wholeMinutes(minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : Math.round(minutes);
}
