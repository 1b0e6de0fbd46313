// What a file holds: people, meetings, pairs, answers to a survey, alerts, outcomes. By its cells, then its headings, then its name.
import { readAnswer } from '../cells/answers.ts';
import { foldHeading } from '../cells/fold-heading.ts';
import { areTimesOfDay } from '../cells/lengths.ts';
import { readNumber } from '../cells/numbers.ts';
import { readYesNo } from '../cells/yes-no.ts';
import type { ColumnTarget, Program } from '../program/program.ts';
import { outcomeColumn, outcomeMeasure, saysWhereabouts } from './outcome-columns.ts';
import {
  alertWords,
  holdsDays,
  lengthWords,
  metWords,
  sideNamed,
  sinceWords,
  type SeenColumn,
} from './record-columns.ts';
import { weakMentees } from '../cells/role-words.ts';
import { idWords } from './person-words.ts';
import { profileColumn } from './profile.ts';
import { choiceRank, kinds, needed, vocabulary, type Kind } from './vocabulary.ts';

interface SeenFile {
  /** Without its folders, e.g. `belonging-pre.csv`. */
  readonly name: string;
  readonly columns: readonly SeenColumn[];
  /** Share, 0..1, of the rows that are about somebody on file; undefined where nobody is. */
  readonly known: number | undefined;
  /** The program's own words for where somebody is. */
  readonly statuses?: Program['statuses'];
}

/** The kinds a file could be, likeliest first. One is certain; two are a question. */
export function detectKinds(file: SeenFile): Kind[] {
  const { columns } = file;
  const has = (kind: Kind, target: ColumnTarget): boolean =>
    columns.some(({ heading }) => vocabulary[kind][target]?.test(foldHeading(heading)));
  const between = ofTwoPeople(columns);
  if (between?.[0] === 'pairs' && has('preferences', 'rank') && !has('pairs', 'decision')) return ['preferences'];
  const choices = columns.filter(({ heading }) => choiceRank(heading) !== undefined).length;
  const chooser = has('preferences', 'person') || columns.some((column) => sideNamed(column) !== undefined);
  if (choices >= 2 && chooser && !has('roster', 'role')) return ['preferences'];
  const special = kinds.filter(
    (kind) =>
      !['pairs', 'meetings', 'scores'].includes(kind) &&
      kind in needed &&
      (kind !== 'survey' || has('survey', 'item') || has('survey', 'value') || columns.some(onScale)) &&
      needed[kind as keyof typeof needed].every((target) => has(kind, target)),
  );
  if (between !== undefined || special.length > 0) return [...(between ?? []), ...special];
  const joins = has('roster', 'role') || has('roster', 'capacity');
  const onFile = (file.known ?? 0) >= mostlyKnown;
  const alerts = columns.some((column) => isAbout(alertWords)(column) || holdsAlerts(column));
  if (!joins && alerts && columns.some(holdsDays) && (onFile || named(file, alertWords))) return ['flags'];
  // Who is mentee and who is mentor has to be said, or every visit but the last would be lost.
  const met = columns.some((column) => holdsDays(column) && isAbout(metWords)(column));
  if (!joins && onFile && met && columns.some(isAbout(lengthWords))) return ['meetings'];
  // A day with the times from which and to which: an appointment, also where no heading says so.
  const times = columns.filter((column) => holdsClocks(column) || (holdsDays(column) && holdsMoments(column))).length;
  if (!joins && onFile && times >= 2 && columns.some(isAbout(untilWords))) return ['meetings'];
  const survey = joins ? undefined : asSurvey(file, onFile);
  if (survey !== undefined) return survey;
  const long = (['measure', 'value'] as const).every((target) => has('outcomes', target));
  const measured = columns.filter(
    ({ heading, cells }) =>
      measures(heading, cells) || (onFile && saysWhereabouts(heading, cells, file.statuses ?? {})),
  ).length;
  // One row a person and term signs nobody up.
  const byTerm = !joins && has('outcomes', 'when') && columns.some(comesAgain);
  const several = measured >= 2 && !joins;
  if (long || several || (measured >= 1 && (has('outcomes', 'group') || byTerm || (onFile && !joins))))
    return ['outcomes'];
  return ['roster'];
}

/** Ids that stand on several rows. */
function comesAgain({ heading, cells }: SeenColumn): boolean {
  const filled = cells.filter(Boolean);
  return filled.length > new Set(filled).size && idWords[0]?.test(heading) === true;
}

/** A file of which nearly every row is about somebody on file is about them, and signs nobody up. */
const mostlyKnown = 0.9;

/** The grade of a civil servant is no number, and measures nothing. */
function measures(heading: string, cells: readonly string[]): boolean {
  const measure = outcomeMeasure(heading);
  if (measure === undefined || measure.kind !== 'number' || cells.every((cell) => cell === ''))
    return measure !== undefined;
  // `Fall 2025 grade` in letters of an unknown scale is an outcome all the same: only nobody is signed up by it.
  return (
    measure.when !== undefined ||
    typeof outcomeColumn(heading, profileColumn(cells), { statuses: {}, grades: {} }) === 'object'
  );
}

const isAbout =
  (words: RegExp) =>
  ({ heading }: SeenColumn): boolean =>
    words.test(foldHeading(heading));

function named({ name }: SeenFile, words: RegExp): boolean {
  return words.test(foldHeading(name.replace(/\.\w+$/, '')));
}

/** A mentor and a mentee on every row: scores, meetings or pairs. Undefined where it is not so. */
function ofTwoPeople(columns: readonly SeenColumn[]): Kind[] | undefined {
  const mentor = columns.find((column) => sideNamed(column) === 'mentor');
  const mentee =
    columns.find((column) => sideNamed(column) === 'mentee') ??
    columns.find(
      ({ heading, cells }) =>
        weakMentees.has(foldHeading(heading)) && cells.filter(Boolean).every((cell) => readYesNo(cell) === undefined),
    );
  if (mentor === undefined || mentee === undefined) return undefined;
  const others = columns.filter((column) => sideNamed(column) === undefined);
  const says = (kind: 'scores' | 'pairs', target: ColumnTarget): SeenColumn | undefined =>
    others.find(({ heading }) => vocabulary[kind][target]?.test(foldHeading(heading)));
  const score = says('scores', 'score');
  if (score?.cells.some((cell) => readNumber(cell, 'point') !== undefined) === true) return ['scores'];
  const days = others.filter(holdsDays);
  if (says('pairs', 'decision') !== undefined && !days.some(isAbout(metWords))) return ['pairs'];
  if (days.length === 0 && !others.some(isAbout(/^(date|day|meeting date|met on)$/))) return ['pairs'];
  if (others.some(isAbout(lengthWords)) || days.some(isAbout(metWords)) || comeAgain(mentor, mentee))
    return ['meetings'];
  if (others.some(holdsClocks) || days.filter(holdsMoments).length >= 2) return ['meetings'];
  if (days.some(isAbout(sinceWords))) return ['pairs'];
  if (days.length === 0 || days.some(isAbout(/^(date|day)$/))) return ['meetings'];
  return ['meetings', 'pairs'];
}

/** Times of the day, as a calendar gives them: people meet at one, and are paired on a day. */
function holdsClocks({ cells }: SeenColumn): boolean {
  const filled = cells.filter(Boolean);
  const clock = (cell: string): boolean => /^\d{1,2}[:.]\d\d(:\d\d)?\s*([ap]\.?m\.?)?$/i.test(cell.trim());
  return (
    filled.length > 0 &&
    (filled.every(clock) || (areTimesOfDay(filled) && !filled.every((cell) => /^[\d.]+$/.test(cell))))
  );
}

/** Days with a time, and not the midnight that a database adds to a day. */
function holdsMoments({ cells }: SeenColumn): boolean {
  return cells.filter(Boolean).every((cell) => /[T ]\d{1,2}:\d\d/.test(cell) && !/[T ]0{1,2}:00(:00)?\b/.test(cell));
}

/** What an alert system calls its entries. */
function holdsAlerts({ cells }: SeenColumn): boolean {
  const filled = cells.filter(Boolean);
  return (
    filled.length > 0 && filled.every((cell) => /^(flags?|kudos?|referrals?|alerts?|warnings?)$/i.test(cell.trim()))
  );
}

/** The same two on several rows meet several times. */
function comeAgain(mentor: SeenColumn, mentee: SeenColumn): boolean {
  const pairs = mentor.cells.map((cell, row) => `${cell}\n${mentee.cells[row] ?? ''}`);
  return new Set(pairs).size < pairs.length;
}

const untilWords = /\b(end|ends|until|end ?time|leave|leave ?time|ended|check ?out|out|bis|ende|fin|fine|fim|eind)\b/;

const surveyWords =
  /\b(surveys?|questionnaires?|pulse|poll|umfrage|fragebogen|befragung|encuesta|enqu[eê]te|questionario|vragenlijst|pre|mid|post|baseline|wave \d|belonging|confidence|leadership)\b/;

/** Answers on a scale of people on file, or of a file that calls itself a survey; where both a survey and a roster fit it is a question. */
function asSurvey(file: SeenFile, onFile: boolean): Kind[] | undefined {
  const answered = file.columns.filter(isAnswered);
  if (answered.length === 0) return undefined;
  const inWords = answered.filter(({ cells }) => cells.some((cell) => /\p{L}/u.test(cell))).length;
  const calls = named(file, surveyWords);
  if (calls && (onFile || inWords > 0 || answered.length >= 2)) return ['survey'];
  if (inWords < 2) return undefined;
  return onFile ? ['survey'] : ['roster', 'survey'];
}

/** Points or words of a scale, under whatever heading; `Round` alone makes no survey. */
function onScale({ cells }: SeenColumn): boolean {
  const points = cells.filter(Boolean).map(readAnswer);
  return points.length > 0 && points.every((point) => point !== undefined && point >= 0 && point <= 10);
}

/** All cells stand on a scale of at most eleven points, under a heading that says something, not under an id or a number of things. */
function isAnswered({ heading, cells }: SeenColumn): boolean {
  const filled = cells.filter(Boolean);
  if (
    filled.length === 0 ||
    filled.every((cell) => readYesNo(cell) !== undefined) ||
    heading.trim().split(/\s+/).length < 2
  )
    return false;
  if (outcomeMeasure(heading) !== undefined) return false;
  const points = filled.map(readAnswer);
  return points.every((point) => point !== undefined && Number.isInteger(point) && point >= 0 && point <= 10);
}
