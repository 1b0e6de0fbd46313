// What a column of an outcome file measures, by what stands in it and over it, and at which time.
import { defined } from '../defined.ts';
import { foldHeading } from '../cells/fold-heading.ts';
import { gradeReader } from '../cells/grades.ts';
import { saysStanding, saysWhoStayed } from './staying-headings.ts';
import { statusReader, statusShare, type StatusReader } from './statuses.ts';
import { findTerm } from '../cells/terms.ts';
import type { Measure, Program } from '../program/program.ts';
import { profileColumn, type ColumnProfile } from './profile.ts';
import { shortName, wholeName } from './short-name.ts';

type Taught = Pick<Program, 'statuses' | 'grades'>;

/** The measure of a column; undefined where it measures no outcome. A string says why its grades are not measured. */
export function outcomeColumn(
  heading: string,
  profile: ColumnProfile,
  { statuses, grades }: Taught,
): Measure | string | undefined {
  const { distinct, numbers, yesNo, averageLength } = profile;
  const read = statusReader(distinct, heading, statuses);
  const share = statusShare(distinct, read);
  const { key, when } = partsOf(heading);
  const words = numbers < 0.5 || yesNo > 0.5;
  // A heading that is nothing but a time, over words for who was there.
  const onlyTime = key === '' && when !== undefined && share >= 0.8;
  if (words && (onlyTime || saysStaying(key, profile, share) || onlyStatuses(distinct, read)))
    return retention(heading, when);
  const letters = numbers < 0.5 ? gradeReader(distinct, grades) : undefined;
  const saysGrades = outcomeMeasure(heading) !== undefined || Object.keys(grades).length > 0;
  // `F` and `M`, `A` and `T`: two letters under another heading are somebody's code.
  if (letters !== undefined && (saysGrades || letters.known > 2)) {
    const [first] = letters.unknown;
    if (first !== undefined)
      return `letter grades, and what ${letters.unknown.slice(0, 4).join(', ')} is worth is not known; say what each is worth under grades: in mentorctl.yaml, e.g. ${JSON.stringify(first)}: 4`;
    return { ...(outcomeMeasure(heading) ?? measureOf(heading, 'number')), kind: 'number' };
  }
  const measure = outcomeMeasure(heading);
  if (measure === undefined || measure.kind === 'retention') return undefined;
  if (numbers + yesNo === 0)
    return measure.kind === 'number' && distinct.length > 0 && distinct.length <= 20 && averageLength < 30
      ? inWords(distinct)
      : undefined;
  return { ...measure, kind: yesNo > 0.98 ? 'yes-no' : 'number' };
}

/** A grade or a score in words is an outcome all the same: no answer to pair people by, and no number until somebody says which. */
function inWords(distinct: readonly string[]): string {
  const shown = distinct.slice(0, 4).map((word) => `"${word}"`);
  return `in words, and what ${shown.join(', ')} is worth is not known; say what each is worth under grades: in mentorctl.yaml, e.g. ${shown[0] ?? ''}: 4`;
}

/** Where people are, by the words of a column: a measure of a file about people on file. */
export function saysWhereabouts(heading: string, cells: readonly string[], statuses: Program['statuses']): boolean {
  const said = outcomeColumn(heading, profileColumn(cells), { statuses, grades: {} });
  return typeof said === 'object' && said.kind === 'retention';
}

/** Never an outcome, though it be a number that comes with every term. */
const ofPerson =
  /(?<![\p{L}])(age|alter|edad|âge|idade|età|leeftijd|year|level|jahr|año|birth\w*|phone|zip|postcode)(?![\p{L}])/u;

/** A number that comes with every term or that somebody gave a name: measured, so that no value takes another's place. */
export function numberMeasured(heading: string, { numbers }: ColumnProfile): Measure | undefined {
  return numbers >= 0.8 && !ofPerson.test(foldHeading(heading)) ? measureOf(heading, 'number') : undefined;
}

/** Nothing but where people are, some of them here and some gone, in whole words: under whatever heading. */
function onlyStatuses(distinct: readonly string[], read: StatusReader): boolean {
  const said = distinct.map((word) => (/^[\p{Script=Latin}\d]{1,3}$/u.test(word) ? undefined : read(word)));
  return (
    distinct.length <= 12 &&
    !said.includes(undefined) &&
    said.some((meaning) => meaning === 'stayed' || meaning === 'graduated') &&
    said.some((meaning) => meaning === 'left' || meaning === 'left by choice' || meaning === 'let go')
  );
}

/** By its heading, and by its words: a few, of which some are known, or yes and no. */
function saysStaying(key: string, { distinct, averageLength, yesNo, filled }: ColumnProfile, share: number): boolean {
  if (filled === 0) return false;
  if (saysStanding(key) && share >= 0.5 && yesNo < 0.5) return true;
  if (!saysWhoStayed(key)) return false;
  return share >= 0.3 || (distinct.length <= 15 && averageLength < 40);
}

/** Where people were, at the time that the heading says. */
export function retentionAt(heading: string): Measure {
  return retention(heading, partsOf(heading).when);
}

function retention(heading: string, when: string | undefined): Measure {
  return { ...measureOf(heading, 'retention'), name: shortName(heading), ...defined({ when }) };
}

/** What a heading measures beside the time it says, folded. */
function partsOf(heading: string): { readonly key: string; readonly rest: string; readonly when?: string } {
  const found = findTerm(heading);
  if (found === undefined) return { key: foldHeading(heading), rest: heading };
  return { key: foldHeading(found.rest), rest: found.rest, when: found.term.label };
}

function measureOf(heading: string, kind: Measure['kind']): Measure {
  const { when } = partsOf(heading);
  const name = shortName(withoutTime(heading));
  return { name, kind, headings: [heading], higherIs: 'better', ...defined({ when }) };
}

/** What an outcome file's heading says is measured; undefined for a heading that names no outcome. */
export function outcomeMeasure(heading: string): Measure | undefined {
  const { key, when } = partsOf(heading);
  if (saysWhoStayed(key)) return retention(heading, when);
  if (/^(signed up|used|met|attended|participated)\b/.test(key))
    return { ...measureOf(heading, 'yes-no'), participation: true };
  if (/probation|dropped|failed|dfw/.test(key)) return { ...measureOf(heading, 'yes-no'), higherIs: 'worse' };
  if (/standing|passed|promoted|graduated/.test(key)) return measureOf(heading, 'yes-no');
  if (
    /(?<![\p{L}])(absences?|absent|tard(y|ies)|missed|fehlzeiten|fehltage|ausencias|inasistencias|faltas|assenze)(?![\p{L}])/u.test(
      key,
    )
  )
    return { ...measureOf(heading, 'number'), higherIs: 'worse' };
  if (
    /gpa|grade|course total|(quiz|exam|test|assignment|midterm|final)\b.*\b(real|percentage|points|total)$|credits|mark|rating|score|moyenne|^media( (ponderata|aritmetica|(dei )?voti|(degli )?esami))?$|(?<![\p{L}])hp(?![\p{L}])|promedio|calificaci|schnitt(?![\p{L}])|(?<![\p{L}])(note|noten|voto|nota|média|cijfer|betyg|ocena|średnia|ortalama|ects|attendance|asistencia|anwesenheit|présence|cr[eé]ditos?|cr[eé]dits|crediti|leistungspunkte|kreditpunkte|punkte|studiepunten|högskolepoäng)(?![\p{L}])/u.test(
      key,
    )
  ) {
    const baseline = /baseline|high school|\bhs\b|prior|entry|admission/.test(key);
    return { ...measureOf(heading, 'number'), ...(baseline ? { baseline: true } : {}) };
  }
  return undefined;
}

/** True for a heading that says a time of its own: `Hours AU25`. */
export function isTimed(heading: string): boolean {
  const { key, when } = partsOf(heading);
  return key !== '' && when !== undefined;
}

/** A known measure at the time that the heading says, unless its own name says one. */
export function atTimeOf(measure: Measure, heading: string): Measure {
  const when = findTerm(heading)?.term.label;
  return when === undefined || findTerm(measure.name) !== undefined ? measure : { ...measure, when };
}

/** With the whole of its heading for a name, but for the time. */
export function wholeNamed(measure: Measure, heading: string): Measure {
  return { ...measure, name: wholeName(withoutTime(heading)) };
}

/** The heading without the time it says; itself where it says nothing else. */
export function withoutTime(heading: string): string {
  return partsOf(heading).rest || heading;
}

/** Keeps a column apart from another one that would say the same measure at the same time: under its whole heading. */
export function apart(measure: Measure, heading: string): Measure {
  if (measure.kind === 'retention') return { ...measure, when: foldHeading(heading) };
  const named: Omit<Measure, 'when'> & { when?: string } = { ...measure, name: shortName(heading) };
  delete named.when;
  return named;
}
