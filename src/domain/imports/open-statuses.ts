// Columns of a few words about people on file that may say who is still here, in words that nobody here knows: never quietly an answer.
import { foldHeading } from '../cells/fold-heading.ts';
import { retentionWord } from '../columns/map-words.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { headingTokens } from '../columns/heading-tokens.ts';
import { saysStanding, saysWhoStayed } from '../columns/staying-headings.ts';
import { statusReader } from '../columns/statuses.ts';
import { demographic } from '../columns/vocabulary.ts';
import { teach } from '../columns/words-help.ts';
import { safeText } from '../safe-text.ts';
import { has, mapLine, type Look } from './look.ts';
import { asItIs, type OpenColumn } from './open-column.ts';

/** More different words are an answer of another kind. */
const mostWords = 12;
/** Nearly everybody is on file: the file is about them and signs nobody up. */
const mostlyKnown = 0.9;
const gone = new Set(['left', 'left by choice', 'let go', 'stopped out', 'graduated', 'transferred']);
/** What is asked of anybody, and says nothing of staying. Under any other heading words that nobody knows may say it. */
const ordinary = new Set(
  headingTokens(`major minor program programme degree college school campus faculty division department dept unit team group section class course track
    field subject study studies area region office site building room hall house floor dorm residence location city town country state county address language
    title job position role function level grade year band rank size shirt color colour food diet transport interest interests hobby hobbies skill skills goal
    goals topic topics industry sector profession occupation career employer company manager advisor adviser coach mentor mentee gender pronouns ethnicity race
    nationality citizenship religion age format mode day days time zone timezone availability type category kind source club sport instrument note notes comment
    comments reason motivation nickname street phone purpose text description summary fach fachbereich fakultat studiengang abteilung standort ort gruppe klasse kurs sprache stelle beruf filiere faculte departement groupe equipe
    ville langue poste carrera facultad departamento grupo equipo ciudad idioma puesto curso corso facolta gruppo citta lingua opleiding faculteit afdeling
    groep stad taal functie faculdade equipe cidade wydzial kierunek grupa dzial fakulta obor bolum fakulte program utbildning grupp avdelning`),
);
const isOrdinary = ({ heading }: ColumnMeaning): boolean =>
  headingTokens(heading).some((token) => ordinary.has(token)) || demographic.test(foldHeading(heading));

/**
 * At most one column a file, the likeliest. `name`: of the file. `cells`: by column, of the first rows. None in a file
 * that signs people up, and where another column says who is here.
 */
export function openStatuses(look: Look, name: string, cells: readonly (readonly string[])[]): readonly OpenColumn[] {
  const { columns, program } = look;
  const open = columnsOpen(look);
  const byHeading = open.find(
    ({ heading }) => saysStanding(foldHeading(heading)) || saysWhoStayed(foldHeading(heading)),
  );
  const settled = columns.some(({ meaning }) => meaning.is === 'measure' && meaning.measure.kind === 'retention');
  if (byHeading !== undefined) return [asked(byHeading, program.statuses)];
  if (settled || has(look, 'exclusion', 'end') || isLookedOver(look)) return [];
  const again = open.filter(comesAgain);
  const unheard = again.filter((column) => !isOrdinary(column));
  const [only] = unheard;
  const found =
    again.find(({ profile, heading }) => {
      const read = statusReader(profile.distinct, heading, program.statuses);
      return profile.distinct.some((word) => gone.has(read(word) ?? ''));
    }) ??
    unheard.find(({ index }) => daysGoWith(cells[index] ?? [], daysAmong(columns, cells))) ??
    (saysStaying(name) ? (unheard[0] ?? again[0]) : unheard.length === 1 && nothingElse(look) ? only : undefined);
  return found === undefined ? [] : [asked(found, program.statuses)];
}

/** Said of several columns of a few words under headings that tell nothing of them: they are kept as answers. */
export function perhapsStatuses(look: Look): string | undefined {
  const settled = look.columns.some(({ meaning }) => meaning.is === 'measure' && meaning.measure.kind === 'retention');
  const unheard = columnsOpen(look).filter((column) => comesAgain(column) && !isOrdinary(column));
  const [first] = unheard;
  if (settled || first === undefined || !onceEach(look)) return undefined;
  const named = unheard.map(({ heading }) => `"${safeText(heading)}"`).join(', ');
  return `Kept as ${unheard.length === 1 ? 'an answer' : 'answers'}: ${named}. If ${unheard.length === 1 ? 'it' : 'one of them'} says who is still here and who left: mentorctl data undo, then import with e.g. ${mapLine(first.heading, retentionWord)} and say what its words mean under statuses: in mentorctl.yaml (mentorctl help words).`;
}

/** No column measures anything, and each person has one row: the file is about this one column. */
function nothingElse(look: Look): boolean {
  return onceEach(look) && look.columns.every(({ meaning }) => meaning.is !== 'measure' && meaning.is !== 'option');
}

/** Else a column of few words may tell a person's rows apart. */
function onceEach({ columns }: Look): boolean {
  return columns.some(
    ({ meaning, profile }) =>
      meaning.is === 'target' && ['id', 'email'].includes(meaning.target) && profile.distinct.length === profile.filled,
  );
}

function saysStaying(text: string): boolean {
  const key = foldHeading(text.replace(/\.\w+$/, '').replace(/[_-]/g, ' '));
  return saysStanding(key) || saysWhoStayed(key);
}

/** Few words that several people have; a scale of its own is none. */
function comesAgain({ profile, meaning }: ColumnMeaning): boolean {
  const again = profile.distinct.length < profile.filled || profile.filled <= mostWords;
  return again && profile.distinct.length > 1 && meaning.is === 'field' && meaning.field.type !== 'ordinal';
}

/** Somebody said of a column like these that it is an answer, and has seen the others. */
function isLookedOver({ columns, map }: Look): boolean {
  const said = new Set([...map.keys()].map(foldHeading));
  return columns.some(({ meaning, heading }) => meaning.is === 'field' && said.has(foldHeading(heading)));
}

function columnsOpen(look: Look): readonly ColumnMeaning[] {
  const { kind, columns, program, known, map } = look;
  const onFile = kind === 'outcomes' || (kind === 'roster' && (known ?? 0) >= mostlyKnown);
  if (!onFile || has(look, 'role', 'capacity', 'mentor-yes-no', 'mentee-yes-no', 'value')) return [];
  const said = new Set([...map.keys()].map(foldHeading));
  return columns.filter(
    ({ meaning, profile, heading }) =>
      meaning.is === 'field' &&
      ['category', 'text', 'ordinal'].includes(meaning.field.type) &&
      meaning.field.tell !== false &&
      !program.fields.some((field) => field.name === meaning.field.name) &&
      !said.has(foldHeading(heading)) &&
      profile.distinct.length > 0 &&
      profile.distinct.length <= mostWords &&
      profile.averageLength < 40 &&
      profile.distinct.every((word) => /\p{L}/u.test(word)),
  );
}

/** By column of days, which rows have one: only such as some rows leave open. */
function daysAmong(columns: readonly ColumnMeaning[], cells: readonly (readonly string[])[]): (readonly boolean[])[] {
  return columns.flatMap(({ meaning, index }) => {
    const filled = (cells[index] ?? []).map((cell) => cell !== '');
    const days = meaning.is === 'field' && meaning.field.type === 'date';
    return days && filled.includes(true) && filled.includes(false) ? [filled] : [];
  });
}

/** Some words always come with a day and the others never: the day is that of their end. */
function daysGoWith(words: readonly string[], days: readonly (readonly boolean[])[]): boolean {
  return days.some((filled) => {
    const with_ = new Map<string, boolean>();
    return words.every((word, row) => {
      const has = filled[row] ?? false;
      const before = with_.get(word);
      with_.set(word, has);
      return before === undefined || before === has;
    });
  });
}

function asked(column: ColumnMeaning, statuses: Look['program']['statuses']): OpenColumn {
  const { heading, profile } = column;
  const read = statusReader(profile.distinct, heading, statuses);
  const unknown = profile.distinct.filter((word) => read(word) === undefined);
  const words = (unknown.length > 0 ? unknown : profile.distinct).map((word) => safeText(word.trim()));
  const [first = '', ...more] = words;
  const others = ['stayed', 'transferred', 'graduated', 'none'];
  const likewise = more.length === 0 ? '' : ` The same for ${more.map((word) => `"${word}"`).join(', ')}.`;
  return {
    column,
    code: 'which-statuses',
    message: `"${safeText(heading)}" may say who is still here and who left, and what ${words.map((word) => `"${word}"`).join(', ')} ${words.length === 1 ? 'means' : 'mean'} is not known`,
    hint: `If it does: ${mapLine(heading, retentionWord)}. ${teach('statuses', first, 'left', others)}${likewise} If it is an answer of another kind: ${mapLine(heading, asItIs(column))}; - in its place leaves it out.`,
    question: `What does "${safeText(heading)}" say of people (${words.slice(0, 4).join(', ')})?`,
    choices: [
      { value: retentionWord, label: 'who is still here and who left' },
      { value: asItIs(column), label: 'an answer of another kind' },
      { value: '-', label: 'leave it out' },
    ],
  };
}
