// A list of times given by a flag.
import { InvalidArgumentError } from 'commander';

/** `30,90,180`: in order, each once. */
export function timesOf(text: string): number[] {
  const times = text.split(',').map((part) => Number(part.trim() === '' ? NaN : part));
  if (times.some((time) => !Number.isFinite(time) || time < 0))
    throw new InvalidArgumentError('Write it as 30,90,180.');
  return [...new Set(times)].sort((a, b) => a - b);
}
