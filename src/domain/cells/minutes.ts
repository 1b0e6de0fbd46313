// How long a meeting took, as people write it: 45, "45 min", "1 h 30", "1:30", "1.5 hours", "an hour and a half", "two hours".
import { readNumber } from './numbers.ts';

const numberWords = new Map(
  (
    'a 1 an 1 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 fifteen 15 twenty 20 thirty 30 ' +
    'forty 40 forty-five 45 fifty 50 sixty 60 ninety 90'
  )
    .match(/\S+ \d+/g)
    ?.map((pair) => pair.split(' ') as [string, string]),
);

/** A day has no more. */
export const mostMinutes = 1440;

/** Whole minutes, 0 to 1440 or beyond as written; undefined where the text is no length of time. A bare number is minutes. */
export function readMinutes(text: string): number | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(about|ca\.?|approx\.?|~)\s*/, '')
    .replace(/\b(?:three quarters of|three-quarters of) an? hour\b/, '45 min')
    .replace(/\b(?:a )?quarter(?: of)?(?: an?)? hour\b/, '15 min')
    .replace(/\b(?:half an?|half) hour\b/, '30 min')
    .replace(/\b(?:an?|[a-z-]+)(?= (?:h|m|and a half h))/, (word) => numberWords.get(word) ?? word)
    .replace(/ ?(?:½|(?<=\d) 1\/2)(?= ?h)/, '.5')
    .replace(/^\.5/, '0.5')
    .replace(/^(\d+) (h[a-z]*) and a half$/, '$1.5 $2')
    .replace(/^(\d+) and a half (h[a-z]*)$/, '$1.5 $2');
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(?: ?h(?:ours?)?)?$/.exec(plain);
  if (clock !== null) return wholeMinutes(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60);
  const iso = /^pt(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:\d+s)?$/.exec(plain);
  if (iso !== null && plain.length > 2) return wholeMinutes(Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0));
  const said =
    /^(?:([\d.,]+) ?(?:h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uur|uren)\.?)?,? ?(?:(?:and |und |et |y |e |en )?(\d+) ?(?:m|mins?|minutes?|minuten?|minutos?|minut[oi])?\.?)?(?: \d+ ?s(?:ec(?:ond)?s?)?)?$/.exec(
      plain,
    );
  if (said === null || (said[1] ?? said[2]) === undefined) return wholeMinutes(readNumber(plain, 'point'));
  const hours = said[1] === undefined ? 0 : readNumber(said[1].replace(',', '.'), 'point');
  return hours === undefined ? undefined : wholeMinutes(hours * 60 + Number(said[2] ?? 0));
}

function wholeMinutes(minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : Math.round(minutes);
}
