// Terms, quarters, months and years as registrars and payrolls write them, to one label a time: `Fall 2026`, `2026FA` and
// `F26` are `fall 2026`. A code whose meaning nobody outside can tell (202610, 1248, S26) is kept as it is written.

export interface Term {
  /** One spelling a time, in lower case; reading it gives itself again. */
  readonly label: string;
  /** Months since year 0 of the month it begins in, where that can be told. */
  readonly month?: number;
  /** How many months it lasts, where the month is told. */
  readonly length?: number;
}

const seasons = ['spring', 'summer', 'fall', 'winter'] as const;
type Season = (typeof seasons)[number];

const seasonWords: Readonly<Record<Season, string>> = {
  fall: 'fall|autumn|michaelmas|otoño|otono|herbst|automne|outono|autunno|herfst|efterår|høst|höst|najaar|jesień|güz|podzim|syksy|осень',
  spring:
    'spring|hilary|lent|primavera|frühjahr|frühling|fruehjahr|printemps|voorjaar|lente|forår|vår|wiosna|bahar|jaro|kevät|весна',
  summer: 'summer|trinity|verano|sommer|été|verão|verao|estate|zomer|sommar|lato|léto|kesä|yaz|лето',
  winter: 'winter|zima|zimowy|kış|invierno|hiver|inverno|vinter',
};
const seasonMonth: Readonly<Record<Season, number>> = { winter: 0, spring: 0, summer: 4, fall: 7 };
const seasonLength: Readonly<Record<Season, number>> = { winter: 4, spring: 4, summer: 3, fall: 5 };
const seasonCodes: Readonly<Record<string, Season>> = {
  f: 'fall',
  fa: 'fall',
  fal: 'fall',
  fl: 'fall',
  au: 'fall',
  aut: 'fall',
  sp: 'spring',
  spr: 'spring',
  su: 'summer',
  sum: 'summer',
  sm: 'summer',
  w: 'winter',
  wi: 'winter',
  win: 'winter',
  wtr: 'winter',
  ht: 'fall',
  vt: 'spring',
};

/** By number from January; the first letters of the names in several languages. */
const monthWords = [
  'january|januar|janvier|enero|gennaio|janeiro|januari|jan|ene|gen',
  'february|februar|février|fevrier|febrero|febbraio|fevereiro|februari|feb|fev|fév',
  'march|märz|maerz|mars|marzo|março|marco|maart|mar|mär|mrt',
  'april|avril|abril|aprile|apr|abr|avr',
  'may|mai|mayo|maggio|maio|mei',
  'june|juni|juin|junio|giugno|junho|jun',
  'july|juli|juillet|julio|luglio|julho|jul',
  'august|août|aout|agosto|augustus|aug|ago',
  'september|septembre|septiembre|settembre|setembro|sept|sep|set',
  'october|oktober|octobre|octubre|ottobre|outubro|oct|okt|ott|out',
  'november|novembre|noviembre|novembro|nov',
  'december|dezember|décembre|decembre|diciembre|dicembre|dezembro|dec|dez|déc|dic',
];
export const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** 1 to 12 of a month's name; undefined for any other word. */
export function monthNumber(word: string): number | undefined {
  const plain = word.toLowerCase().replace(/\.$/, '');
  const at = monthWords.findIndex((words) => words.split('|').includes(plain));
  return at < 0 ? undefined : at + 1;
}

/** Parts of a year by the letter that stands for them: half-years and semesters, trimesters and terms, quarters. */
const partWords: Readonly<Record<'s' | 't' | 'q' | 'h', string>> = {
  s: 'semester|semestre|sem|s',
  t: 'trimester|trimestre|trim|term|t',
  q: 'quarter|quartal|kwartaal|qtr|q',
  h: 'half|halbjahr|h',
};
type Part = keyof typeof partWords;

const any = (words: Readonly<Record<string, string>>): string => Object.values(words).join('|');
const season = `(?<season>${any(seasonWords)})`;
const part = `(?<part>${any(partWords)})`;
const nth = '(?<nth>[1-4]|iv|i{1,3})';
const ordinalWords = [
  'first|primo|primer|primeiro|premier|erstes|eerste|första',
  'second|secondo|segundo|deuxième|zweites|tweede|andra',
  'third|terzo|tercer|terceiro|troisième|drittes|derde|tredje',
  'fourth|quarto|cuarto|quatrième|viertes|vierde|fjärde',
];
const ordinal = `(?<nth>[1-4]|${ordinalWords.join('|')})(?:st|nd|rd|th|er|ère|ere|e|eme|ème|º|ª|°|\\.)?`;
const year = '(?<year>(?:19|20)\\d\\d)';
const short = "['’]?(?<short>\\d\\d)";
const either = `(?:${year}|${short})`;
const span =
  '(?:(?:ay|sy|academic year|school year|schuljahr|studienjahr|curso|année)\\s?)?(?:(?<year>(?:19|20)\\d\\d)|(?<short>\\d\\d))\\s?[-/–]\\s?(?:(?:19|20)?(?<next>\\d\\d))';
const gap = '[\\s,:/_-]{0,3}';
const filler = '(?:\\s?(?:semester|semestre|term|quarter|session|trimester))?';
const month = `(?<month>${monthWords.join('|')})\\.?`;

interface Found {
  readonly season?: Season;
  readonly part?: Part;
  readonly nth: number;
  readonly year: number;
  readonly month?: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}
type Reading = (found: Found) => Term | undefined;

const inYear = (label: string, year: number, month: number, length: number): Term => ({
  label,
  month: year * 12 + month,
  length,
});
const bare = (label: string): Term => ({ label });
const two = (year: number): string => String(year % 100).padStart(2, '0');

/** The first month of a part of an academic year that begins in the fall, and of a calendar year. */
const academicMonth: Readonly<Record<Part, readonly number[]>> = {
  s: [7, 12],
  h: [7, 12],
  t: [8, 12, 16],
  q: [8, 12, 15, 17],
};
const partLength: Readonly<Record<Part, number>> = { s: 6, h: 6, t: 4, q: 3 };
const calendarMonth: Readonly<Record<Part, readonly number[]>> = {
  s: [0, 6],
  h: [0, 6],
  t: [0, 4, 8],
  q: [0, 3, 6, 9],
};

const academicPart: Reading = ({ part, nth, year, groups }) => {
  const first = part === undefined ? undefined : academicMonth[part][nth - 1];
  if (part === undefined || first === undefined || !follows(year, groups)) return undefined;
  return inYear(`${year}-${two(year + 1)} ${part}${nth}`, year, first, partLength[part]);
};
const calendarPart: Reading = ({ part, nth, year }) => {
  const first = part === undefined ? undefined : calendarMonth[part][nth - 1];
  return part === undefined || first === undefined
    ? undefined
    : inYear(`${part}${nth} ${year}`, year, first, partLength[part]);
};
const ofSeason: Reading = ({ season, year }) =>
  season === undefined ? undefined : inYear(`${season} ${year}`, year, seasonMonth[season], seasonLength[season]);
/** Fall is in the first year of an academic year, spring in the second; winter and summer may be in either. */
const academicSeason: Reading = (found) => {
  const { season, year, groups } = found;
  if (season === undefined || !follows(year, groups)) return undefined;
  if (season === 'fall') return ofSeason(found);
  if (season === 'spring') return ofSeason({ ...found, year: year + 1 });
  return inYear(`${season} ${year}-${two(year + 1)}`, year, season === 'winter' ? 11 : 16, seasonLength[season]);
};
const ofMonth: Reading = ({ month = 0, year }) => inYear(`${monthNames[month - 1] ?? ''} ${year}`, year, month - 1, 1);
const academicYear: Reading = ({ year, groups }) =>
  follows(year, groups) ? inYear(`${year}-${two(year + 1)}`, year, 7, 12) : undefined;
const fiscal: Reading = ({ year, nth, groups }) =>
  bare(groups['nth'] === undefined ? `fy ${year}` : `fy ${year} q${nth}`);
const asWritten: Reading = ({ text }) => bare(text);

function follows(year: number, { next }: Found['groups']): boolean {
  return Number(next) === (year + 1) % 100;
}

/** The likelier first: of a longer time, one within it is no other reading. */
const forms: readonly (readonly [string, Reading])[] = [
  [
    '(?<year>(?:19|20)\\d\\d)-(?<mm>\\d\\d)-(?<dd>\\d\\d)(?:t\\d{2,6})?',
    ({ text, year, groups }) => inYear(text.replace(/t.*/, ''), year, Number(groups['mm']) - 1, 1),
  ],
  [
    `(?:wintersemester|wi ?se|ws)${gap}${either}(?:\\s?[-/]\\s?(?:\\d\\d)?(?<next>\\d\\d))?`,
    ({ year, groups }) =>
      groups['next'] === undefined || follows(year, groups)
        ? inYear(`ws ${year}/${two(year + 1)}`, year, 9, 6)
        : undefined,
  ],
  [`(?:sommersemester|so ?se|ss)${gap}${either}`, ({ year }) => inYear(`ss ${year}`, year, 3, 6)],
  [`fy\\s?${either}${gap}q(?<nth>[1-4])`, fiscal],
  [`q(?<nth>[1-4])${gap}fy\\s?${either}`, fiscal],
  [`fy\\s?${either}`, fiscal],
  [`${span}${gap}${part}\\s?${nth}`, academicPart],
  [`${part}\\s?${nth}${gap}(?:of\\s)?${span}`, academicPart],
  [`${ordinal}\\s?${part}${gap}(?:of\\s)?${span}`, academicPart],
  [`${season}${filler}${gap}${span}`, academicSeason],
  [`${span}${gap}${season}${filler}`, academicSeason],
  [`${season}${filler}${gap}(?:of\\s|de\\s)?${either}`, ofSeason],
  [`${year}${gap}${season}${filler}`, ofSeason],
  [`${short}\\s?${season}`, ofSeason],
  ['(?<year>(?:19|20)\\d\\d)[\\s-]?(?<code>fa|fal|fl|aut?|spr?|su|sum|sm|win?|wtr|f|w)', ofSeason],
  ['(?<short>\\d\\d)(?<code>fa|fal|aut?|spr?|su|sum|win?)', ofSeason],
  ['(?<code>fa|fal|fl|aut?|spr?|su|sum|sm|win?|wtr|ht|vt)[\\s-]?(?<year>(?:19|20)\\d\\d)', ofSeason],
  ["(?<code>fa|fal|fl|aut?|spr?|su|sum|sm|win?|wtr|ht|vt|f|w)['’-]?(?<short>\\d\\d)", ofSeason],
  ['(?<code>f|w)(?<year>(?:19|20)\\d\\d)', ofSeason],
  // Spring or summer, and semester 26 of nothing: left as it is.
  ["s['’]?(?:(?:19|20)\\d\\d|\\d\\d)", asWritten],
  [`${part}${gap}${nth}${gap}(?:of\\s)?${either}`, calendarPart],
  [`${year}${gap}${part}\\s?${nth}`, calendarPart],
  [`(?<nth>[1-4])(?<part>q|h|s|t)\\s?${either}`, calendarPart],
  [`${ordinal}\\s?${part}${gap}(?:of\\s|de\\s)?${either}`, calendarPart],
  [`${year}${gap}${ordinal}\\s${part}`, calendarPart],
  [`${month}${gap}(?:of\\s|de\\s)?${year}`, ofMonth],
  [`${year}${gap}${month}`, ofMonth],
  [`${month}[\\s-]?['’-]?(?<short>\\d\\d)`, ofMonth],
  [
    '(?<year>(?:19|20)\\d\\d)[-/](?<mm>0[1-9]|1[0-2])',
    // 2008-09 is a year at a university and a month elsewhere.
    ({ year, groups, text }) =>
      Number(groups['mm']) === (year + 1) % 100
        ? bare(text)
        : ofMonth({ year, month: Number(groups['mm']), nth: 0, text: '', groups }),
  ],
  [
    '(?<mm>0?[1-9]|1[0-2])[-/](?<year>(?:19|20)\\d\\d)',
    ({ year, groups }) => ofMonth({ year, month: Number(groups['mm']), nth: 0, text: '', groups }),
  ],
  // The halves of a year as universities of Latin America write them; which months they are differs.
  ['(?:19|20)\\d\\d[-.](?:[1-3]|i{1,3})', asWritten],
  [span, academicYear],
  [`(?:ay|sy)\\s?${either}`, asWritten],
  ['(?:19|20)\\d{3,4}', asWritten],
  [
    `(?:(?:calendar |academic |school )?year |año |année |jahr )?${year}`,
    ({ year }) => inYear(String(year), year, 0, 12),
  ],
];

/** Times without a year: they tell columns apart, and no more. */
const bareForms: readonly (readonly [string, Reading])[] = [
  [`${part}\\s?${nth}`, ({ part, nth }) => (part === undefined ? undefined : bare(`${part}${nth}`))],
  [
    `${ordinal}\\s?(?<part>semester|semestre|trimester|trimestre|term|quarter|quartal)`,
    ({ part, nth }) => (part === undefined ? undefined : bare(`${part}${nth}`)),
  ],
  ['(?:year|yr|jahr|año|année|jaar)\\s?(?<nth>[1-9])', ({ nth }) => bare(`year ${nth}`)],
  ['(?<nth>[1-9]|first|second|third|fourth)(?:st|nd|rd|th)?\\s(?:year|yr)', ({ nth }) => bare(`year ${nth}`)],
  ['(?:wave|welle|week|wk|month|mo|checkpoint|time ?point|period)\\s?\\d{1,3}', asWritten],
  ['(?:1[0-8]|2[1-9])\\d\\d', asWritten],
  [season, ({ season: of }) => (of === undefined ? undefined : bare(of))],
];

const compile = (pattern: string, whole: boolean): RegExp =>
  new RegExp(whole ? `^${pattern}$` : `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u');
const all = [...forms, ...bareForms];
/** A season alone is no more than a word of a heading: `Fall retreat`. */
const within = all.filter(([pattern]) => pattern !== season);
const wholes = all.map(([pattern, reading]) => [compile(pattern, true), reading] as const);
const parts = within.map(([pattern, reading]) => [compile(pattern, false), reading] as const);

/** The time a whole text says; undefined where it is none, or more than one. */
export function readTerm(text: string): Term | undefined {
  const plain = fold(text);
  for (const [pattern, reading] of wholes) {
    const match = pattern.exec(plain);
    const term = match === null ? undefined : reading(foundIn(match));
    if (term !== undefined) return term;
  }
  return undefined;
}

/** The time that a heading says beside what it measures, and the heading without it. */
export function findTerm(heading: string): { readonly term: Term; readonly rest: string } | undefined {
  // A time within a heading has a number in it, in digits or in words.
  if (!/\d|first|second|third|fourth/i.test(heading)) return undefined;
  const plain = fold(heading.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));
  for (const [pattern, reading] of parts) {
    const match = pattern.exec(plain);
    const term = match === null ? undefined : reading(foundIn(match));
    if (match === null || term === undefined) continue;
    const rest = `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`;
    return {
      term,
      rest: rest
        .replace(/\(\s*\)|\[\s*\]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s\-–:,/]+|[\s\-–:,/]+$/g, ''),
    };
  }
  return undefined;
}

function foundIn(match: RegExpExecArray): Found {
  const groups: Found['groups'] = match.groups ?? {};
  const word = groups['season'];
  const named = word === undefined ? undefined : seasons.find((one) => seasonWords[one].split('|').includes(word));
  const of = named ?? seasonCodes[groups['code'] ?? ''];
  const part = (Object.keys(partWords) as Part[]).find((one) =>
    partWords[one].split('|').includes(groups['part'] ?? ''),
  );
  const month = groups['month'] === undefined ? undefined : monthNumber(groups['month']);
  return {
    text: match[0],
    groups,
    nth: numberOf(groups['nth']),
    year: groups['year'] === undefined ? 2000 + Number(groups['short']) : Number(groups['year']),
    ...(of === undefined ? {} : { season: of }),
    ...(part === undefined ? {} : { part }),
    ...(month === undefined ? {} : { month }),
  };
}

function numberOf(word = ''): number {
  const named = ordinalWords.findIndex((words) => words.split('|').includes(word));
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(word);
  return named >= 0 ? named + 1 : roman >= 0 ? roman + 1 : Number(word);
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_\s\u00a0]+/g, ' ')
    .trim();
}

/**
 * What to put times in order by: their month, and codes of one kind (202610, 202620) by their number. Times of which neither
 * can be told come first, as they came.
 */
export function termOrder(label: string): readonly [month: number, code: number] {
  const code = /^\D*(\d+)\D*$/.exec(label)?.[1];
  return [findTerm(label)?.term.month ?? 0, Number(code ?? 0)];
}
