// Free time in the week, as forms hold it, to whole hours on a common clock: so that two people's hours can be counted.

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const dayWord =
  /^(mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:nesday)?s?|thu(?:r|rs|rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?)\b\.?/i;

/** Words for a part of the day, as [first hour, hour after the last]. */
const parts: Readonly<Record<string, readonly [number, number]>> = {
  morning: [8, 12],
  mornings: [8, 12],
  am: [8, 12],
  midday: [12, 14],
  noon: [12, 14],
  lunch: [12, 14],
  lunchtime: [12, 14],
  afternoon: [12, 17],
  afternoons: [12, 17],
  pm: [12, 17],
  evening: [17, 21],
  evenings: [17, 21],
  'all day': [8, 17],
  'any time': [8, 17],
  anytime: [8, 17],
};

/**
 * `Mon 09:00-11:00; Tue pm` -> `Mon 09:00`, `Mon 10:00`, `Tue 12:00` ...: hours wholly free, in the order of the week.
 * Undefined when any piece of the answer cannot be read so; a time without a day belongs to the day before it.
 */
export function readHours(cell: string): string[] | undefined {
  let days: readonly number[] = [];
  const found: string[] = [];
  for (const piece of cell.split(/[;,\n|]|\band\b|&/i)) {
    let rest = piece.trim().toLowerCase();
    if (rest === '') continue;
    const named = readDays(rest);
    if (named !== undefined) [days, rest] = [named.days, named.rest];
    const span = rest === '' ? undefined : readSpan(rest);
    if (days.length === 0 || span === undefined) return undefined;
    const [from, to] = [Math.ceil(span[0]), Math.floor(span[1])];
    for (const day of days)
      for (let hour = from; hour < to; hour++) found.push(`${dayNames[day] ?? ''} ${String(hour).padStart(2, '0')}:00`);
  }
  return found.length === 0 ? undefined : inWeekOrder(found);
}

/** True for the options of a field that holds free hours. */
export function isHours(options: readonly string[]): boolean {
  return options.length > 0 && options.every((option) => hourForm.test(option));
}

const hourForm = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d:00$/;

/** Without doubles, Monday first. */
export function inWeekOrder(hours: readonly string[]): string[] {
  const place = (hour: string): number =>
    dayNames.findIndex((name) => hour.startsWith(name)) * 24 + Number(hour.slice(4, 6));
  return [...new Set(hours)].sort((a, b) => place(a) - place(b));
}

/** `mon`, `mon-fri`, `weekdays`: the days, and what follows them. */
function readDays(text: string): { readonly days: readonly number[]; readonly rest: string } | undefined {
  const every = /^(weekdays?|daily|every ?day|weekends?)\b:?\s*/.exec(text);
  if (every !== null) {
    const word = every[1] ?? '';
    const days = word.startsWith('weekday')
      ? [0, 1, 2, 3, 4]
      : word.startsWith('weekend')
        ? [5, 6]
        : [0, 1, 2, 3, 4, 5, 6];
    return { days, rest: text.slice(every[0].length) };
  }
  const first = dayWord.exec(text);
  if (first === null) return undefined;
  const start = dayOf(first[0]);
  const after = text.slice(first[0].length).replace(/^\s*:?\s*/, '');
  const through = /^(?:-|–|to|through)\s*/.exec(after);
  const second = through === null ? null : dayWord.exec(after.slice(through[0].length));
  if (through === null || second === null) return { days: [start], rest: after };
  const end = dayOf(second[0]);
  const days = Array.from({ length: ((end - start + 7) % 7) + 1 }, (_, step) => (start + step) % 7);
  return { days, rest: after.slice(through[0].length + second[0].length).replace(/^\s*:?\s*/, '') };
}

function dayOf(word: string): number {
  return dayNames.findIndex((name) => word.toLowerCase().startsWith(name.toLowerCase()));
}

/** `9-11`, `09:00–11:30`, `2pm - 4pm`, `2-4 pm`, `afternoon`: hours since midnight, not less than one. */
function readSpan(text: string): readonly [number, number] | undefined {
  const part = parts[text];
  if (part !== undefined) return part;
  const match =
    /^(?:from )?(\d{1,2})(?:[:.h](\d\d))? ?(am|pm|h)?\s*(?:-|–|—|to|until)\s*(\d{1,2})(?:[:.h](\d\d))? ?(am|pm|h)?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, hour, minute, half, endHour, endMinute, endHalf] = match;
  const end = clock(endHour, endMinute, endHalf);
  let start = clock(hour, minute, half ?? (endHalf === 'pm' && Number(hour) < 12 ? 'pm' : undefined));
  // 11-1 pm begins in the morning.
  if (half === undefined && endHalf === 'pm' && start >= end) start = clock(hour, minute, undefined);
  return start >= 0 && end <= 24 && end - start >= 1 ? [start, end] : undefined;
}

function clock(hour = '', minute = '0', half?: string): number {
  const h = Number(hour);
  const day = half === 'pm' && h < 12 ? h + 12 : half === 'am' && h === 12 ? 0 : h;
  return Number(minute) < 60 ? day + Number(minute) / 60 : NaN;
}
