// Which outcomes a program said beforehand it would be judged by, and on which day: named with outcomes at hand is not beforehand.
import { formatDate, parseIsoDate } from '../civil-date.ts';
import type { Measure } from '../program/program.ts';

/** Written down when outcomes came in, whenever it was no longer what was written before. */
export interface NamedPrimary {
  readonly names: readonly string[];
  /** YYYY-MM-DD. */
  readonly on: string;
  /** Those of `names` of which something was on file already. */
  readonly late: readonly string[];
}

export function primaryNames(measures: readonly Measure[]): string[] {
  return measures
    .filter((measure) => measure.primary === true && measure.participation !== true)
    .map(({ name }) => name)
    .sort();
}

/** What to write down now; undefined where it stands already. `onFile`: names of which something is on file. */
export function toWriteDown(
  before: readonly NamedPrimary[],
  names: readonly string[],
  onFile: (name: string) => boolean,
  on: string,
): NamedPrimary | undefined {
  const last = before.at(-1);
  if (last !== undefined && last.names.join('\n') === names.join('\n')) return undefined;
  const known = new Set(before.flatMap((one) => one.names));
  return { names, on, late: names.filter((name) => !known.has(name) && onFile(name)) };
}

/** What a report says of it: always where an outcome was named with outcomes at hand, else its day for the statistician. */
export function namedLines(
  before: readonly NamedPrimary[],
  names: readonly string[],
): { readonly late: string[]; readonly method: string[] } {
  if (before.length === 0) return { late: [], method: [] };
  const say = (day: string): string => {
    const date = parseIsoDate(day);
    return date === undefined ? day : formatDate(date);
  };
  const first = (name: string): NamedPrimary | undefined => before.find((one) => one.names.includes(name));
  const was = before.at(-1)?.names ?? [];
  const gone = was.filter((name) => !names.includes(name));
  return {
    late: [
      ...names.flatMap((name) => {
        const found = first(name);
        if (found !== undefined && !found.late.includes(name)) return [];
        const when =
          found === undefined ? 'after outcomes were on file' : `on ${say(found.on)}, when it was on file already`;
        return [
          `"${name}" was named the outcome to judge by ${when}. A choice made with outcomes at hand can follow what they show.`,
        ];
      }),
      ...(gone.length === 0
        ? []
        : [
            `Before that ${gone.map((name) => `"${name}"`).join(', ')} was to be judged by (${say(before.at(-1)?.on ?? '')}).`,
          ]),
    ],
    method: names.flatMap((name) => {
      const found = first(name);
      return found === undefined || found.late.includes(name)
        ? []
        : [`Named beforehand: ${name}, written down on ${say(found.on)}.`];
    }),
  };
}
