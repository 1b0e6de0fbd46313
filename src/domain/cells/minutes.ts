// How long a meeting took, as people write it: 45, "45 min", "1 h 30", "1:30", "1.5 hours", "an hour and a half", "two hours".
import { numberWord } from './number-words.ts';
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

/** Hours and minutes by their names in many languages, without accents; `time` is an hour only behind a number. */
export const hourUnit =
  'h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uur|uren|timm(?:e|ar)|timer?|tunti|tuntia|godzin[aye]?|hodin[aye]?|saat|час(?:а|ов)?|годин[аи]?|ωρ(?:α|ες)|jam|gio|sat[ai]?|ore|ساعة|ساعات|שעה|שעות|時間|小时|小時|시간';
export const minuteUnit =
  'm|mins?|minutes?|minuten?|minutos?|minut[oi]?|minut[aeyw]|minuter|minutow|minuuttia|dakika|dk|perc|мин(?:ут[аы]?)?|хв(?:илин)?|λεπτα|menit|phut|دقيقة|دقائق|דקה|דקות|分|分钟|分鐘|分間|분';
const half = 'half|halbe|halfe?|halv|demi(?:e)?|media|meia|mezz[ao]?|pol|pul|fel|puoli|yarim|пол|半';
const and =
  '(?:and |und |et |y |e |en |og |och |i |a |и |et une |y una |e uma |et an? )?(?:une? |una |uma |een |en |eine |a )?';
const several = {
  halfHour: new RegExp(
    `^(?:an? |une |un |una |uma |een |en |ett |eine |1 )?(?:${half})[ '’-]?(?:${hourUnit}|个小时|個小時)$`,
    'u',
  ),
  hourAndHalf: new RegExp(`^(?:an? )?(\\d{1,2})? ?(?:${hourUnit}) ?${and}(?:${half})$`, 'u'),
  andHalfHours: new RegExp(
    `^(?:een |en |et )?(\\d{1,2})(?:(?:einhalb|undeinhalb|eneenhalf|enhalf)| (?:och en halv|og en halv|og et halvt|en een half|bucuk|с половиной)) ?(?:${hourUnit})?$`,
    'u',
  ),
  oneAndHalf: new RegExp(
    `^(?:anderthalb|eineinhalb|einundeinhalb|anderhalf|anderhalve|poltorej|poltory|полтора|halvannen|halvanden|bir bucuk|puolitoista|masfel|masfel) ?(?:${hourUnit})$`,
    'u',
  ),
  threeQuarters:
    /^(?:drei ?viertel ?stunden?|trois quarts d.heure|tres cuartos de hora|tre quarti d.ora|tres quartos de hora|driekwart(?:ier)?(?: uur)?|drie kwartier|trzy kwadranse|trekvart(?:s timme)?)$/,
  quarter:
    /^(?:(?:eine |een |un |une )?(?:viertel ?stunde|kwartier(?:tje)?|quart d.heure|cuarto de hora|quarto d.ora|quarto de hora|kvart|ceyrek saat|kwadrans|ctvrthodina|четверть часа|negyedora))$/,
};
const length = new RegExp(
  `^(?:([\\d.,]+) ?(?:${hourUnit})\\.?)?,? ?${and}(?:(\\d+) ?(?:${minuteUnit})?\\.?)?(?: \\d+ ?s(?:ec(?:ond)?s?)?)?$`,
  'u',
);

/** Whole minutes, 0 to 1440 or beyond as written; undefined where the text is no length of time. A bare number is minutes. */
export function readMinutes(text: string): number | undefined {
  const plain = plainWords(text);
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(?: ?h(?:ours?)?)?$/.exec(plain);
  if (clock !== null) return wholeMinutes(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60);
  const iso = /^pt(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:\d+s)?$/.exec(plain);
  if (iso !== null && plain.length > 2) return wholeMinutes(Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0));
  if (several.halfHour.test(plain)) return 30;
  if (several.oneAndHalf.test(plain)) return 90;
  if (several.threeQuarters.test(plain)) return 45;
  if (several.quarter.test(plain)) return 15;
  const halves = several.andHalfHours.exec(plain)?.[1] ?? several.hourAndHalf.exec(plain)?.slice(1)[0];
  if (halves !== undefined || several.hourAndHalf.test(plain)) return Number(halves ?? 1) * 60 + 30;
  const said = length.exec(plain);
  if (said === null || (said[1] ?? said[2]) === undefined) return wholeMinutes(readNumber(plain, 'point'));
  const hours = said[1] === undefined ? 0 : readNumber(said[1].replace(',', '.'), 'point');
  return hours === undefined ? undefined : wholeMinutes(hours * 60 + Number(said[2] ?? 0));
}

/** In lower case, without accents and words that change nothing; a number in words as digits where a unit follows it. */
function plainWords(text: string): string {
  const number = new RegExp(`^([\\p{L}-]+)(?= (?:${hourUnit}|${minuteUnit}|and a half h\\p{L}*)(?![\\p{L}]))`, 'u');
  return text
    .trim()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replace(/^(?:about|ca\.?|approx\.?|circa|etwa|environ|ongeveer|okolo|~|約|约|약)\s*/, '')
    .replace(/\b(?:three quarters of|three-quarters of) an? hour\b/, '45 min')
    .replace(/\b(?:a )?quarter(?: of)?(?: an?)? hour\b/, '15 min')
    .replace(/\b(?:half an?|half) hour\b/, '30 min')
    .replace(number, (word) => numberWords.get(word) ?? String(numberWord(word) ?? word))
    .replace(/^(\p{L}+)(?=einhalb|eneenhalf| bucuk| en een half| og en halv| och en halv| с половиной)/u, (word) =>
      String(numberWord(word) ?? word),
    )
    .replace(/ ?(?:1⁄2|½|(?<=\d) 1\/2)(?= ?h)/, '.5')
    .replace(/(?<=時間|小时|小時)半$/, '30分')
    .replace(/^\.5/, '0.5')
    .replace(/^(\d+) (h[a-z]*) and a half$/, '$1.5 $2')
    .replace(/^(\d+) and a half (h[a-z]*)$/, '$1.5 $2');
}

function wholeMinutes(minutes: number | undefined): number | undefined {
  return minutes === undefined ? undefined : Math.round(minutes);
}
