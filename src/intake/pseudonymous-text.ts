// A program file for data without names: no comments, no letters, no office, and pseudonyms where rules name people.
import { parse, stringify } from 'yaml';
import { addDays, parseIsoDate } from '../domain/civil-date.ts';

const ofTheOffice = ['office', 'messages'];

/** `known`: pseudonyms by what people are called. `shift`: days by which days are moved. `asOf`: up to when its reports count. */
export function pseudonymousText(
  text: string,
  known: ReadonlyMap<string, string>,
  { shift, asOf }: { readonly shift: number; readonly asOf: string | undefined },
): string {
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') return known.get(value) ?? movedText(value, shift);
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [known.get(key) ?? movedText(key, shift), inside(inner)]),
    );
  };
  const file = parse(text, { schema: 'core' }) as Record<string, unknown> | null;
  const rest = Object.fromEntries(Object.entries(file ?? {}).filter(([key]) => !ofTheOffice.includes(key)));
  const moved = inside(rest) as Readonly<Record<string, unknown>>;
  if (asOf === undefined) return stringify(moved);
  return stringify({ ...moved, reports: { ...(moved['reports'] as object | undefined), 'as-of': asOf } });
}

function movedText(text: string, shift: number): string {
  const date = parseIsoDate(text);
  return date === undefined ? text : addDays(date, shift);
}
