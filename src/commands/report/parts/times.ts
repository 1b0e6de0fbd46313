// A list of times given by a flag.
import { badNumber, listed, type Reader } from '../../../cli/read-values.ts';

/** `30,90,180`: in order, each once. */
export const timesOf: Reader<readonly number[]> = (text, flag) => {
  const times = listed(text, flag).map((part) => (/^\d+(?:\.\d+)?$/.test(part) ? Number(part) : NaN));
  if (times.length === 0 || times.some(Number.isNaN)) throw badNumber(flag, text, 'Write it as 30,90,180.');
  return [...new Set(times)].sort((a, b) => a - b);
};
