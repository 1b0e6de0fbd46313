// How many mentees a mentor can take, in the words people answer with.
import { numberWord } from './number-words.ts';

export interface Seats {
  readonly seats: number;
  /** The answer was not a plain number, so it is listed for a person to look over. */
  readonly inWords: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Before a number: it is the most, or about so many. Without accents, as the others. */
const atMost = words(`up to max maximum maximal maximaal maximo massimo at most about only just ca hasta solo
  jusqu a au plus seulement bis zu hochstens nur ate no apenas so fino al soltanto tot hoogstens maar hogst opp op do najwyzej`);
/** Between the two ends of a range, and before a number that may be passed. */
const between = words('to or and bis oder und a ou et o u e y of tot en och eller till til do lub albo ve veya');
const more = words('more mehr plus mas mais piu meer or oder ou o of max maximum maximo massimo maximal hochstens');
/** After a number: whom it counts. */
const counted =
  /^(mentee|menti|mentor|proteg|student|people|person|peer|gente|estudiant|alumn|alun|etudiant|leute|studier|schuler|pessoa|leerling|osob)/;
const anyNumber =
  /as many|unlimited|no limit|any number|so viele|unbegrenzt|beliebig viele|sin limite|ilimitad|illimit|onbeperkt|zoveel|bez ogranicze|sem limite|senza limit|sans limite|obegransa|ubegrense/;
const notOne = /^(i )?(do|did|am|have|will|would|can) ?n[o’'`]?t\b|^not (applicable|interested|available|a mentor)/;

/**
 * The seats, at most `maximum`: `2`, `Two`, `Zwei`, `2-3` and `Two or three` (the lower), `7+`, `as many as you need`,
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
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  if (anyNumber.test(plain)) return { seats: capacity.maximum, inWords: true };
  if (notOne.test(text)) return { seats: 0, inWords: true };
  const said = seatsSaid(plain);
  return said === undefined ? 'not a number' : capped(said, true);
}

/** `up to 3`, `zwei bis drei`, `dos personas`, `two this year`. */
function seatsSaid(plain: string): number | undefined {
  const english = /^(?:up to |only |just )?(none|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b/.exec(plain);
  if (english !== null) return numberWord(english[1] ?? '');
  const tokens = plain.replace(/(?<=\p{L})\./gu, '').match(/\p{L}+|\d+|[^\s~'’\p{L}\d]/gu) ?? [];
  const at = tokens.findIndex((token) => !atMost.has(token));
  const [first = '', next = '', ...rest] = at < 0 ? [] : tokens.slice(at);
  const number = /^\d+$/.test(first) ? Number(first) : numberWord(first);
  if (number === undefined) return undefined;
  const isNumber = (token: string): boolean => /^\d+$/.test(token) || numberWord(token) !== undefined;
  // What stands behind a range in digits changes nothing of it.
  if (/^\d+$/.test(first) && (next === '-' || next === '–' || between.has(next)) && isNumber(rest[0] ?? ''))
    return number;
  const settled = [next, ...rest].every(
    (token) =>
      token === '' ||
      /^[-–+]$/.test(token) ||
      between.has(token) ||
      more.has(token) ||
      isNumber(token) ||
      counted.test(token),
  );
  return settled ? number : undefined;
}
