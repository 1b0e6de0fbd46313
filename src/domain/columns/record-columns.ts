// Columns of files about people already known: who, when, how long and what about, by their cells and by the words in their headings.
import { foldHeading } from '../cells/fold-heading.ts';
import { areTimesOfDay } from '../cells/lengths.ts';
import { menteeNouns, mentorNouns } from '../cells/role-words.ts';
import { readYesNo } from '../cells/yes-no.ts';
import type { ColumnTarget, Role } from '../program/program.ts';
import { vocabulary, type Kind } from './vocabulary.ts';

/** `cells`: of the first rows, gaps among them. */
export interface SeenColumn {
  readonly index: number;
  readonly heading: string;
  readonly cells: readonly string[];
}

/** Words that stand beside the noun and change nothing. */
const beside =
  /^(full|names?|ids?|e|email|mail|address|number|no|nr|s|the|of|assigned|matched|paired|peer|my|your|nombre|nom|nome|naam)$/;

/** `Mentor Name`, `Mentee’s e-mail`: the side that a column names people of. `tutor` and the like count only where the program’s own word stands nowhere. */
export function sideNamed({ heading, cells }: SeenColumn): Exclude<Role, 'none'> | undefined {
  const filled = cells.filter(Boolean);
  if (filled.length > 0 && filled.every((cell) => readYesNo(cell) !== undefined)) return undefined;
  const words = foldHeading(heading)
    .split(' ')
    .filter((word) => word !== '' && !beside.test(word));
  if (words.length !== 1) return undefined;
  const [word = ''] = words;
  if (mentorNouns.has(word)) return 'mentor';
  return menteeNouns.has(word) ? 'mentee' : undefined;
}

/** Cells that are days, however they are written. */
export function holdsDays({ cells }: SeenColumn): boolean {
  const filled = cells.filter(Boolean);
  return filled.length > 0 && filled.filter(isDay).length >= 0.8 * filled.length;
}

function isDay(cell: string): boolean {
  return (
    /^(\p{L}+,? )?\d{1,4}[-/. ]+(\d{1,2}|\p{L}{3,9}\.?)[-/., ]+\d{2,4}([ T,].*)?$/u.test(cell) ||
    /^(\p{L}+,? )?\p{L}{3,9}\.? \d{1,2}(st|nd|rd|th)?,? \d{4}([ T,].*)?$/u.test(cell) ||
    /^20\d{2}(0\d|1[0-2])([0-2]\d|3[01])$/.test(cell)
  );
}

/** Whole words of a language that parts them, or anywhere in one that does not. */
const anyOf = (words: string, unparted: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])|${unparted}`, 'u');

/** Headings of how long something took. */
export const lengthWords = anyOf(
  'minutes?|mins?|hours?|hrs?|duration|length|time spent|how long|dauer|stunden|minuten|dur[eé]e|heures?|duraci[oó]n|dura[cç][aã]o|horas?|minutos?|durata|ore|minuti|duur|uren|süre|süresi|dakika|saat|czas trwania|godzin\\p{L}*|minut\\p{L}*|längd|varighed|varighet|timmar|timer|kesto|délka|trvání|длительность|продолжительность|часы|минуты|время|тривалість|διάρκεια|durasi|thời lượng|مدة|المدة|משך|időtartam',
  '時間|分数|时长|時長|小时|小時|시간|분',
);
/** Headings of a length or of a time of the day. */
const lengthOrTime = anyOf(
  'time|uhrzeit|zeit|hora|horas|heure|heures|ora|orario|tijd|saat|saati|godzina|tid|klockan|čas|время|час|ώρα|jam|giờ|hours?',
  '時間|時刻|时间|時間|시간',
);
/** Headings of days on which two people met. */
export const metWords = anyOf(
  'met|meet|meeting|meetings|visit|visited|visits|session|sessions|contact|contacted|check in|call|talk|conversation|appointment|treffen|termin|gespr[aä]ch|reuni[oó]n|reuni[aã]o|rencontre|incontro|afspraak|encuentro|sesi[oó]n|s[eé]ance|görüşme|toplantı|buluşma|spotkani\\p{L}+|möte|mötesdatum|møde\\p{L}*|møte\\p{L}*|träff|tapaami\\p{L}+|schůzk\\p{L}+|setkání|встреч\\p{L}+|зустріч\\p{L}*|συνάντησ\\p{L}+|találkoz\\p{L}+|pertemuan|buổi gặp|لقاء|اللقاء|جلسة|اجتماع|פגישה|מפגש',
  '面談|面会|面谈|会议|会面|見面|见面|미팅|면담|만남|상담|実施日',
);
/** Headings of days from which on two people are a pair. */
export const sinceWords = anyOf(
  'start|started|starts|since|from|begin|begins|began|paired|matched|assigned|match date|seit|desde|depuis|dal|başlangıç|eşleşme|od kiedy|od|sedan|siden|alkaen|с|от|since when',
  '開始|开始|시작|配对|ペア',
);
export const alertWords = /\b(alerts?|flags?|concerns?|warnings?|referrals?|kudos|alerta|alerte|warnung)\b/;

type Fit = (column: SeenColumn) => boolean;
const has =
  (words: RegExp): Fit =>
  ({ heading }) =>
    words.test(foldHeading(heading));
const day =
  (words: RegExp): Fit =>
  (column) =>
    holdsDays(column) && has(words)(column);
const closed = /\b(closed|resolved|cleared|done|completed|ended|end|reached|achieved|erledigt|cerrado|clos)\b/;

const chooserWords =
  /^((full |student |your )?name|e ?mail( address)?|(student|employee|person) (id|number|name|e ?mail))$/;

const listWords =
  /\b(preferences?|choices?|wishes|mentors?|mentees?|rankings?|ranked|wants?|wanted|would like|requested|picks?)\b/;

/** By kind: what else a column of it may be, likeliest words first. */
const more: Readonly<Partial<Record<Kind, readonly (readonly [ColumnTarget, Fit])[]>>> = {
  meetings: [
    ['date', day(metWords)],
    ['date', holdsDays],
    ['minutes', has(lengthWords)],
    [
      'topic',
      has(
        /\b(topics?|subject|discussed|about|agenda|purpose|thema|tema|sujet)\b|(?<![\p{L}])(konu|konusu|temat|ämne|emne|aihe|téma|тема|θέμα|topik|chủ đề|الموضوع|موضوع|נושא)(?![\p{L}])|テーマ|議題|内容|主题|主題|주제/u,
      ),
    ],
    ['mode', has(/\b(mode|format|channel|medium|location|place|where|how)\b/)],
    [
      'notes',
      has(
        /\b(notes?|comments?|remarks?|summary|notizen|notas|remarques)\b|(?<![\p{L}])(not|notlar|notatki|uwagi|anteckningar|noter|muistiinpanot|poznámky|заметки|примечани\p{L}+|catatan|ghi chú|ملاحظات|הערות)(?![\p{L}])|メモ|備考|备注|備註|비고/u,
      ),
    ],
  ],
  pairs: [
    ['date', day(sinceWords)],
    ['date', holdsDays],
  ],
  flags: [
    ['resolved', day(closed)],
    ['date', (column) => holdsDays(column) && !has(closed)(column)],
    ['raised-by', has(/\b(by|instructor|faculty|sender|reporter|teacher)$/)],
    [
      'text',
      has(
        /\b(alert|flag|item name|concern|warning|issue|reason|about|description|comments?|notes?|category|type|message)\b/,
      ),
    ],
  ],
  goals: [
    ['reached', day(closed)],
    ['date', (column) => holdsDays(column) && !has(closed)(column)],
    ['text', has(/\b(goals?|objective|aim|target|ziel|ziele|objectif|objetivo|meta|obiettivo|doel)\b/)],
  ],
};

type Sides = ReadonlyMap<string, 'mentor' | 'mentee'>;

/** Nearly all of its people are in that one role, and its heading names nobody who only wrote the row. */
function isSideOnFile({ heading, cells }: SeenColumn, side: 'mentor' | 'mentee', sides: Sides): boolean {
  const filled = cells.filter(Boolean);
  const theirs = filled.filter((cell) => sides.get(cell) === side).length;
  return filled.length > 0 && theirs >= 0.9 * filled.length && !/\bby\b/i.test(heading);
}

/** What columns are that neither --map nor a saved heading says. `taken`: targets that have a column; `choosing`: some say a choice each. */
export function findRecordColumns(
  kind: Kind,
  open: readonly SeenColumn[],
  taken: ReadonlySet<ColumnTarget>,
  choosing = false,
  sides: Sides = new Map(),
): ReadonlyMap<number, ColumnTarget> {
  const found = new Map<number, ColumnTarget>();
  const free = (target: ColumnTarget): boolean => !taken.has(target) && ![...found.values()].includes(target);
  const give = (target: ColumnTarget, column: SeenColumn | undefined): void => {
    if (column !== undefined && free(target)) found.set(column.index, target);
  };
  const words = vocabulary[kind];
  for (const side of ['mentor', 'mentee'] as const) {
    if (!(side in words)) continue;
    const columns = open.filter((column) => sideNamed(column) === side);
    give(side, columns.find(({ heading }) => /\b(id|e ?mail)\b/.test(foldHeading(heading))) ?? columns[0]);
  }
  // Under other headings the people on file say which is which: `Student` beside `Peer leader`.
  for (const side of ['mentor', 'mentee'] as const)
    if (side in words && kind !== 'preferences')
      give(
        side,
        open.find((column) => !found.has(column.index) && isSideOnFile(column, side, sides)),
      );
  if (kind === 'preferences')
    give(
      'person',
      // Where both sides have a column it is mentees who choose.
      open.find((column) => sideNamed(column) === 'mentee') ??
        open.find((column) => sideNamed(column) !== undefined) ??
        open.find(has(chooserWords)),
    );
  if (kind === 'preferences' && !choosing) {
    const left = open.filter(({ index, cells }) => !found.has(index) && cells.some(Boolean));
    const said = left.find(({ heading }) => vocabulary.preferences.other?.test(foldHeading(heading)));
    give('other', said ?? left.find((column) => sideNamed(column) !== undefined));
    give('other', left.find(has(listWords)));
  }
  // `Hours` beside `Minutes`: the two together.
  const parts = (['hours', 'minutes'] as const).map((word) =>
    open.find(({ index, heading }) => !found.has(index) && foldHeading(heading) === word),
  );
  if (kind === 'meetings' && parts.every((part) => part !== undefined)) {
    give('hours', parts[0]);
    give('minutes', parts[1]);
  }
  // `Time` over 14:00 and 9:30 is when they met, and no fourteen hours.
  if (kind === 'meetings')
    give(
      'from',
      open.find((column) => !found.has(column.index) && has(lengthOrTime)(column) && areTimesOfDay(column.cells)),
    );
  // Words that say it whole come before words that are only part of a heading.
  for (const [target, test] of Object.entries(words) as [ColumnTarget, { test(heading: string): boolean }][])
    if (more[kind]?.some(([other]) => other === target) === true)
      give(
        target,
        open.find(({ index, heading }) => !found.has(index) && test.test(foldHeading(heading))),
      );
  for (const [target, fits] of more[kind] ?? [])
    give(
      target,
      open.find((column) => !found.has(column.index) && column.cells.some(Boolean) && fits(column)),
    );
  return found;
}
