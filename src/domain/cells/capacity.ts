// How many mentees a mentor can take, in the words people answer with.

export interface Seats {
  readonly seats: number;
  /** The answer was not a plain number, so it is listed for a person to look over. */
  readonly inWords: boolean;
}

const numberWords = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * The seats, at most `maximum`: `2`, `Two`, `2-3` and `Two or three` (the lower), `7+`, `as many as you need`,
 * `I did not sign up as a mentor` (none).
 * A string is what is wrong with the answer. A range counts its lower end: a promise to nobody is broken by it.
 */
export function readCapacity(
  cell: string,
  capacity: { readonly maximum: number; readonly words: Readonly<Record<string, number>> },
): Seats | string {
  const text = cell.trim().toLowerCase();
  const capped = (seats: number, inWords: boolean): Seats | string => {
    if (seats > 1000) return 'this many mentees cannot be meant';
    return { seats: Math.min(seats, capacity.maximum), inWords: inWords || seats > capacity.maximum };
  };
  for (const [word, seats] of Object.entries(capacity.words))
    if (word.toLowerCase() === text) return capped(seats, true);
  if (/^\d+(\.0+)?$/.test(text)) return capped(Number(text), false);
  if (/^-\d/.test(text)) return 'it is negative';
  if (/as many|unlimited|no limit|any number/.test(text)) return { seats: capacity.maximum, inWords: true };
  const digits = /\d+/.exec(text)?.[0];
  if (
    digits !== undefined &&
    /^(up to |max\.? ?|about |~)?\d+\s*(\+|or more|mentees?|students?|people|(-|–|to|or)\s*\d+.*)?$/.test(text)
  )
    return capped(Number(digits), true);
  if (/^(i )?(do|did|am|have|will|would|can) ?n[o’'`]?t\b|^not (applicable|interested|available|a mentor)/.test(text))
    return { seats: 0, inWords: true };
  const word = numberWords.findIndex((name) => new RegExp(`^(up to |only |just )?${name}\\b`).test(text));
  return word >= 0 ? capped(word, true) : 'not a number';
}
