// Terms, months, quarters and years as places in a calendar, so that "fall 2025" can be somebody's first term and another's third.
import { dayNumber, type CivilDate } from '../civil-date.ts';
import { termDay } from './term.ts';

/** `numbered`: T1, S2, of which nobody says in which month it begins. */
type Kind = 'term' | 'quarter' | 'numbered' | 'month' | 'year' | 'day';

interface Place {
  readonly kind: Kind;
  readonly year: number;
  /** Within the year, from 0: a season by its place in `seasons`, a quarter, a month. */
  readonly part: number;
}

const seasons: readonly RegExp[] = [/\bwinter\b/, /\bspring\b/, /\bsummer\b/, /\b(fall|autumn)\b/];
/** The month (from 0) in which a season begins. Where both are terms winter is before spring. */
const begins = [0, 0, 4, 7];
const months = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Undefined for what has no year. */
export function placeOf(label: string): Place | undefined {
  const text = label.toLowerCase().replaceAll('_', ' ');
  const iso = /\b((?:19|20)\d\d)-(\d\d)(-\d\d)?\b/.exec(text);
  if (iso !== null && Number(iso[2]) >= 1 && Number(iso[2]) <= 12)
    return { kind: iso[3] === undefined ? 'month' : 'day', year: Number(iso[1]), part: Number(iso[2]) - 1 };
  const found = /(?:^|[^\d])((?:19|20)\d\d)(?!\d)/.exec(text)?.[1];
  if (found === undefined) return undefined;
  const year = Number(found);
  const season = seasons.findIndex((test) => test.test(text));
  if (season >= 0) return { kind: 'term', year, part: season };
  const quarter = /\bq ?([1-4])\b|\bquarter ([1-4])\b|\b([1-4])(?:st|nd|rd|th)? quarter\b/.exec(text);
  if (quarter !== null) return { kind: 'quarter', year, part: Number(quarter[1] ?? quarter[2] ?? quarter[3]) - 1 };
  const numbered = /\b(?:term|semester|trimester|t|s) ?([1-4])\b/.exec(text);
  if (numbered !== null) return { kind: 'numbered', year, part: Number(numbered[1]) - 1 };
  const month = months.exec(text);
  if (month !== null) return { kind: 'month', year, part: monthNames.indexOf(month[1] ?? '') };
  return { kind: 'year', year, part: 0 };
}

/** Below 0 where one time is before the other; 0 where nobody can say. */
export function byTime(one: string, other: string): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (a === undefined || b === undefined) return 0;
  const when = ({ kind, year, part }: Place): number =>
    12 * year +
    (kind === 'term'
      ? (begins[part] ?? 0) + 0.1 * part
      : kind === 'quarter'
        ? 3 * part
        : kind === 'numbered'
          ? 3 * part
          : part);
  if (a.kind === 'day' && b.kind === 'day') return (termDay(one) ?? 0) - (termDay(other) ?? 0);
  return when(a) - when(b);
}

export interface Calendar {
  /** What its places are called: `term`, `quarter`, `month`, `year`; `day` for days of the year. */
  readonly kind: Kind;
  /** Running number of the place a label stands for; undefined where it is none of this calendar. */
  of(label: string): number | undefined;
  /** The place in which somebody who starts on that day has their first; NaN where nobody can say. */
  at(day: CivilDate): number;
  /** How many make a year; 0 for days. */
  readonly inYear: number;
}

/** The calendar that these labels are places of; undefined where they are of several kinds, or none has a year. */
export function calendarOf(labels: readonly string[]): Calendar | undefined {
  const places = labels.flatMap((label) => placeOf(label) ?? []);
  const [first] = places;
  if (first === undefined || places.some(({ kind }) => kind !== first.kind)) return undefined;
  const { kind } = first;
  if (kind === 'day') {
    const day = (label: string): number | undefined => {
      const place = placeOf(label);
      return place?.kind === 'day' ? termDay(label) : undefined;
    };
    return { kind, of: day, at: (date) => dayNumber(date), inYear: 0 };
  }
  const parts =
    kind === 'term' || kind === 'quarter' || kind === 'numbered'
      ? [...new Set(places.map(({ part }) => part))].sort((a, b) => a - b)
      : Array.from({ length: kind === 'month' ? 12 : 1 }, (_, part) => part);
  // Numbered terms and quarters of a year are what they are, whichever of them were recorded.
  const used =
    kind === 'quarter'
      ? [0, 1, 2, 3]
      : kind === 'numbered'
        ? Array.from({ length: Math.max(...parts) + 1 }, (_, part) => part)
        : parts;
  const starts = used.map((part) => startOf(kind, part, used));
  return {
    kind,
    inYear: used.length,
    of: (label) => {
      const place = placeOf(label);
      const index = place === undefined ? -1 : used.indexOf(place.part);
      return place?.kind !== kind || index < 0 ? undefined : place.year * used.length + index;
    },
    at: (date) => {
      if (kind === 'numbered') return NaN;
      const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
      const grace = kind === 'term' ? 1.5 : 0;
      const when = month - 1 + (day - 1) / 31 + grace;
      // Who starts before the first place of the year starts in the last one of the year before.
      const index = starts.findLastIndex((start) => start <= when);
      const over = when >= 12 + (starts[0] ?? 0);
      return over ? (year + 1) * used.length : index < 0 ? year * used.length - 1 : year * used.length + index;
    },
  };
}

function startOf(kind: Kind, part: number, used: readonly number[]): number {
  switch (kind) {
    case 'term':
      return part === 1 && used.includes(0) ? 2 : (begins[part] ?? 0);
    case 'quarter':
      return part * (12 / used.length);
    case 'month':
      return part;
    default:
      return 0;
  }
}
