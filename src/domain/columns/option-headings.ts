// How exports name the columns of one question, one a tick box: which question a heading belongs to, and which option it stands for.
import { foldHeading } from '../cells/fold-heading.ts';
import type { ColumnProfile } from './profile.ts';

/** A column that may be a tick box. `question`: what groups the columns; the headings that the field is known by. */
export interface OptionHeading {
  readonly index: number;
  readonly question: string;
  readonly option: string;
}

/** `Topics [Exams]`, `Topics (choice=Exams)`, `Topics - Selected Choice - Exams`, `topics___1`, `topics/exams`. */
export function optionHeadings(headings: readonly string[], profiles: readonly ColumnProfile[]): OptionHeading[] {
  return headings.flatMap((heading, index) => {
    const found = spelled(heading) ?? numbered(heading, profiles[index]);
    return found === undefined ? [] : [{ index, ...found }];
  });
}

function spelled(heading: string): Omit<OptionHeading, 'index'> | undefined {
  // LimeSurvey puts the code of the box in front of the question.
  const plain = heading.trim().replace(/^\w+\[\w+\]\.? +(?=.*\[)/, '');
  const parts =
    /^(.+?) *\(choice ?= ?(.+)\)$/is.exec(plain) ??
    /^(.+?)___(.+)$/s.exec(plain) ??
    /^(.+?) ?\[([^[\]]+)\]$/s.exec(plain) ??
    /^(.+?)(?: (?:-|–|—|\|)| ?:) (?:selected choice (?:-|–|—) )?(.+)$/is.exec(plain) ??
    /^([\p{L}\p{N}_ ]+)\/([^/\s][^/]*)$/u.exec(plain);
  const [question, option] = [parts?.[1]?.trim(), parts?.[2]?.trim()];
  return question === undefined || option === undefined || option === '' ? undefined : { question, option };
}

/** `Q5_1` whose only answer is `Maths`: the option stands in the cells. */
function numbered(heading: string, profile: ColumnProfile | undefined): Omit<OptionHeading, 'index'> | undefined {
  const [, question] = /^(.*\S)[_.](?:\d{1,3})$/.exec(heading.trim()) ?? [];
  const [option, second] = profile?.distinct ?? [];
  if (question === undefined || option === undefined || second !== undefined) return undefined;
  return /\p{L}{2}/u.test(option) && !/^(yes|no|true|false|checked|unchecked|selected)$/i.test(option)
    ? { question, option }
    : undefined;
}

/**
 * Columns side by side, each headed by an option and holding its words where it was ticked; or headed by the days of the week.
 * A run of such columns each.
 */
export function optionRuns(headings: readonly string[], profiles: readonly ColumnProfile[]): OptionHeading[][] {
  const runs: OptionHeading[][] = [];
  let [run, before]: [OptionHeading[], string] = [[], ''];
  headings.forEach((heading, index) => {
    const profile = profiles[index];
    const layout =
      profile === undefined ? '' : holdsItself(heading, profile) ? 'words' : isDay(heading, profile) ? 'days' : '';
    if (layout !== before || layout === '') {
      if (run.length >= 2) runs.push(run);
      run = [];
    }
    if (layout !== '') run.push({ index, question: layout === 'days' ? 'Days' : 'Choices', option: heading.trim() });
    before = layout;
  });
  if (run.length >= 2) runs.push(run);
  return runs;
}

function holdsItself(heading: string, { distinct, filled }: ColumnProfile): boolean {
  const [only, second] = distinct;
  return (
    filled > 0 &&
    only !== undefined &&
    second === undefined &&
    foldHeading(only) === foldHeading(heading) &&
    foldHeading(only) !== ''
  );
}

const day = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$/i;

function isDay(heading: string, { distinct }: ColumnProfile): boolean {
  return day.test(heading.trim()) && distinct.every((cell) => /^(0|1|x|✓|✔|yes|no|true|false)$/i.test(cell));
}
