// What a file of its kind cannot do without and this one lacks: going on would keep nothing, or the wrong thing. Said once, with the line to type.
import { foldHeading } from '../cells/fold-heading.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { outcomeMeasure } from '../columns/outcome-columns.ts';
import { idWords } from '../columns/person-words.ts';
import { alertWords, holdsDays, lengthWords } from '../columns/record-columns.ts';
import type { ColumnProfile } from '../columns/profile.ts';
import type { Kind } from '../columns/vocabulary.ts';
import type { ColumnTarget } from '../program/program.ts';
import { has, mapLine, type Look } from './look.ts';

export interface Lack {
  readonly message: string;
  readonly hint: string;
}

/** Columns that nothing comes of, though something stands in them. */
const unused = ({ columns }: Look): readonly ColumnMeaning[] =>
  columns.filter(({ meaning, profile }) => meaning.is === 'kept-out' && profile.filled > 0);

/** What a file of the kind cannot do without and this one lacks: going on would keep nothing, or the wrong thing. */
export function lackOf(look: Look): Lack | undefined {
  const { kind } = look;
  if (kind === 'roster' || kind === 'outcomes')
    return lackOfOneList(look) ?? lackOfKey(look) ?? (kind === 'outcomes' ? lackOfUse(look) : undefined);
  if (kind === 'instrument') return undefined;
  if (kind === 'survey') return lackOfParts(look, [['id', 'email']]) ?? lackOfAnswers(look) ?? lackOfWave(look);
  if (kind === 'preferences') return lackOfParts(look, [['person']]) ?? lackOfChoices(look);
  return lackOfParts(look, parts[kind]);
}

/** Of each group one. */
const parts: Readonly<
  Record<
    Exclude<Kind, 'roster' | 'outcomes' | 'instrument' | 'survey' | 'preferences'>,
    readonly (readonly ColumnTarget[])[]
  >
> = {
  meetings: [['mentor'], ['mentee'], ['date']],
  pairs: [['mentor'], ['mentee']],
  scores: [['mentor'], ['mentee'], ['score']],
  flags: [['person', 'id', 'email'], ['text'], ['date']],
  goals: [['person', 'id', 'email'], ['text'], ['date']],
};

function lackOfOneList({ sections = [] }: Look): Lack | undefined {
  const [first] = sections;
  if (first === undefined) return undefined;
  const named = sections.map(({ line, title }) => `"${title}" on line ${line}`).join(', ');
  return {
    message: `there are several lists in one sheet: ${named}`,
    hint: 'Save each list as a file of its own with its headings, named for who is in it, e.g. mentors.csv and mentees.csv; or make one list with a column Role.',
  };
}

function lackOfKey(look: Look): Lack | undefined {
  if (has(look, 'id', 'email')) return undefined;
  const own = look.columns.filter(({ profile }) => profile.filled > 0 && profile.distinct.length === profile.filled);
  const name = own.find(({ meaning }) => meaning.is === 'target' && meaning.target === 'name');
  const id =
    look.columns.find(({ heading, profile }) => idWords[0]?.test(heading) === true && profile.filled > 0) ??
    own.find(({ heading, meaning, profile }) => meaning.is !== 'target' && holdsIds(heading, profile));
  const best = id ?? name;
  const which =
    best === undefined
      ? 'Say which column does: --map "Heading=id".'
      : `Say which does, e.g. ${mapLine(best.heading, 'id')}.`;
  return {
    message: 'no column tells people apart: there is no id and no e-mail',
    hint: `${which} Several columns together: --map "One+Other=id"; one person a row: --map "row=id".`,
  };
}

/** Days, times of day and shares differ from row to row as well, and tell nobody apart. */
function holdsIds(heading: string, { distinct, dateOrders }: ColumnProfile): boolean {
  if (dateOrders.length > 0 || outcomeMeasure(heading) !== undefined || lengthWords.test(foldHeading(heading)))
    return false;
  const short = distinct.every((cell) => /^\d{1,3}$/.test(cell));
  return !short && distinct.every((cell) => /^(?=.*\d)(?!\d+[.,:]\d)[^\s%]{1,20}$/.test(cell));
}

function lackOfUse(look: Look): Lack | undefined {
  const used = look.columns.some(({ meaning }) => meaning.is === 'measure');
  if (used || has(look, 'group', 'exclusion', 'value', 'start', 'end')) return undefined;
  const [first, ...more] = unused(look);
  if (first?.meaning.is === 'kept-out' && first.meaning.why.includes('grades:'))
    return {
      message: 'no column of this file says anything that is measured',
      hint: `"${first.heading}" is ${first.meaning.why}, which mentorctl init makes where there is none yet.${listed(more)}`,
    };
  const answers = look.columns.filter(({ meaning }) => meaning.is === 'field' || meaning.is === 'option');
  const [answer] = answers;
  if (answer !== undefined)
    return {
      message: 'no column of this file is understood as something that is measured',
      hint: `Say which is, e.g. ${exampleOf(answer)}, or --as roster where these are answers about people.`,
    };
  const example = first === undefined ? '--map "Heading=retention"' : exampleOf(first);
  return {
    message: 'no column of this file says anything that is measured',
    hint: `Say what one is, e.g. ${example}, or the name of a measure.${listed(more)}`,
  };
}

function exampleOf({ heading, profile }: ColumnMeaning): string {
  return mapLine(heading, profile.numbers > 0.5 ? 'points' : 'retention');
}

function lackOfAnswers(look: Look): Lack | undefined {
  if (look.columns.some(({ meaning }) => meaning.is === 'item') || has(look, 'item')) return undefined;
  return {
    message: 'no column is answered with numbers or on a scale of agreement that is known',
    hint: `Write the answers as numbers, or as strongly disagree, disagree, neutral, agree, strongly agree.${listed(unused(look))}`,
  };
}

/** Said of the file, and not of each of its rows. */
function lackOfWave(look: Look): Lack | undefined {
  if (look.wave !== undefined || has(look, 'wave')) return undefined;
  return {
    message: 'nothing says which wave of the survey this is: pre, mid, post or then',
    hint: 'Say it for the whole file with --wave pre, or which column says it with --map "Heading=wave".',
  };
}

function lackOfChoices(look: Look): Lack | undefined {
  if (look.columns.some(({ meaning }) => meaning.is === 'choice') || has(look, 'other')) return undefined;
  const lines = unused(look)
    .slice(0, 3)
    .map(({ heading }, index) => mapLine(heading, `choice ${index + 1}`));
  return {
    message: 'no column says whom anybody would choose',
    hint: `Say which does: ${lines.length === 0 ? '--map "Heading=choice 1"' : lines.join(' ')}.`,
  };
}

function lackOfParts(look: Look, wanted: readonly (readonly ColumnTarget[])[]): Lack | undefined {
  const missing = wanted.filter((group) => !has(look, ...group)).map(([first = 'person']) => first);
  if (missing.length === 0) return undefined;
  const left = [...unused(look)];
  const lines = missing.map((target) => {
    const at = left.findIndex((column) => fits(target, column));
    const [column] = left.splice(at < 0 ? 0 : at, at < 0 ? 0 : 1);
    return mapLine(column?.heading ?? 'Heading', target);
  });
  return {
    message: `no column is understood as ${missing.join(', and none as ')}`,
    hint: `If this is a file of ${look.kind}, say which is: ${lines.join(' ')}.${listed(left)} Else say what it is with --as.`,
  };
}

function fits(target: ColumnTarget, { index, heading, profile }: ColumnMeaning): boolean {
  const column = { index, heading, cells: profile.distinct };
  if (target === 'date') return holdsDays(column);
  if (target === 'score') return profile.numbers > 0.8;
  if (target === 'text') return profile.numbers < 0.5 && (alertWords.test(foldHeading(heading)) || !holdsDays(column));
  // Ids are numbers, too, but no lengths of time.
  return (profile.numbers < 1 || profile.distinct.every((cell) => /^\d{4,}$/.test(cell))) && !holdsDays(column);
}

function listed(columns: readonly ColumnMeaning[]): string {
  if (columns.length === 0) return '';
  const shown = columns.slice(0, 6).map(({ heading }) => `"${heading}"`);
  return ` Not used so far: ${shown.join(', ')}${columns.length > 6 ? ' and more' : ''}.`;
}
