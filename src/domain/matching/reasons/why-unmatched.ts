// Why each of those left out has no mentor: nobody eligible and by which rule, fits too low, or too few places and with whom.
import { counted } from '../../count-words.ts';
import { BARRED, type ScoreTable } from '../assignment-types.ts';
import { bitsWhere, meet } from '../scoring/bits.ts';
import type { Field, Program } from '../../program/program.ts';
import { answerOf } from '../candidate.ts';
import { hallSets, type HallSet } from './hall-sets.ts';
import { openColumns, type OpenColumns } from '../scoring/open-columns.ts';
import { blankIsAny, openTo } from '../scoring/encode.ts';
import type { Scoring } from '../scoring/score-pairs.ts';
import { ruleKind, asksMentee } from '../scoring/rule-kinds.ts';
import type { SolveColumn } from '../scoring/solve-table.ts';
import type { Rivals, UnmatchedReason } from '../unmatched-reason.ts';

/** A solved table: rows are the scoring's `rows`, columns its mentors. `table.seats`: 0 where a circle did not open. */
export interface Solved {
  readonly table: ScoreTable;
  readonly rows: readonly number[];
  readonly columns: readonly Pick<SolveColumn, 'mentors'>[];
  readonly scoring: Scoring;
  readonly minimum: number;
}

/**
 * `reasons` by index of the scoring. `sets` are the groups' rows and columns. `loose`: what is said of somebody whom a
 * chain of moves would place, which only an answer that is not the best leaves over. `program`: to say which of its rules
 * asks for an answer that somebody did not give.
 */
export function whyUnmatched(
  { table, rows, columns, scoring, minimum }: Solved,
  mentorOf: Int32Array,
  loose: UnmatchedReason,
  {
    open = openColumns(table),
    program = { rules: [], fields: [] },
  }: { readonly open?: OpenColumns; readonly program?: Pick<Program, 'rules' | 'fields'> } = {},
): {
  readonly reasons: ReadonlyMap<number, UnmatchedReason>;
  readonly sets: readonly HallSet[];
  readonly groups: readonly Rivals[];
} {
  const found = hallSets(open, mentorOf);
  const lead = (column: number): string => scoring.mentors[columns[column]!.mentors[0]!]!.id;
  const groups = found.sets.map((set): Rivals => ({
    mentees: set.rows.length,
    places: set.places,
    mentors: [...new Set(set.columns.map(lead))].sort(),
    left: set.left.map((row) => scoring.mentees[rows[row]!]!.id).sort(),
  }));
  const withSeats = bitsWhere(scoring.mentors.length, (j) => scoring.mentors[j]!.seats > 0);
  const reasons = new Map<number, UnmatchedReason>();
  mentorOf.forEach((at, row) => {
    if (at >= 0) return;
    const i = rows[row]!;
    const group = found.setOf.get(row);
    if (found.loose.has(row)) reasons.set(i, loose);
    else if (group !== undefined)
      reasons.set(i, { kind: 'too-few-seats', text: rivalWords(groups[group]!), rules: [], group });
    else
      reasons.set(
        i,
        lowest(i, scoring, minimum, withSeats) ?? noAnswer(i, scoring, program) ?? barredReason(i, scoring),
      );
  });
  return { reasons, sets: found.sets, groups };
}

/** `too few places: 499 mentees share 144 mentors with 428 places, so 71 cannot be placed`. */
export function rivalWords({ mentees, mentors, places, left }: Rivals): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `too few places: ${count(mentees, 'mentee')} share ${count(mentors.length, 'mentor')} with ${count(places, 'place')}, so ${left.length} cannot be placed`;
}

/** Where there are mentors, but none who fits well enough. */
function lowest(
  i: number,
  { mentors, scores, openTo }: Scoring,
  minimum: number,
  withSeats: Uint32Array,
): UnmatchedReason | undefined {
  if (!meet(openTo(i), withSeats)) return undefined;
  let best = -1;
  mentors.forEach(({ seats }, j) => {
    const score = scores[i * mentors.length + j]!;
    if (seats > 0 && score !== BARRED && score > best) best = score;
  });
  if (best < 0 || best >= minimum) return undefined;
  const text = `every fit is below the minimum of ${minimum / 10}; the best is ${Math.round(best / 10)}`;
  return { kind: 'below-minimum', text, rules: [], best };
}

/** Where a rule bars her from everybody for what she did not answer, or not enough of: then no mentor would help. */
function noAnswer(
  i: number,
  { mentees, mentors, barCounts }: Scoring,
  { rules, fields }: Pick<Program, 'rules' | 'fields'>,
): UnmatchedReason | undefined {
  if (mentors.length === 0) return undefined;
  for (const rule of rules) {
    const kind = ruleKind(rule.kind);
    const answer = answerOf(mentees[i]!, rule.mentee);
    const asks = `the rule "${kind.words(rule)}"`;
    const fieldOf = (name: string): Field | undefined => fields.find((field) => field.name === name);
    const open = blankIsAny({ mentee: fieldOf(rule.mentee), mentor: fieldOf(rule.mentor) }).mentee;
    const text =
      answer === undefined && asksMentee(kind) && !open
        ? `gave no answer to "${rule.mentee}", which ${asks} asks for`
        : Array.isArray(answer) &&
            answer.length < kind.fewest(rule) &&
            !openTo(fieldOf(rule.mentee))(answer as readonly string[])
          ? `named ${answer.length} of "${rule.mentee}", and ${asks} asks for ${kind.fewest(rule)} in common`
          : undefined;
    if (text !== undefined) return { kind: 'no-answer', text, rules: barCounts(i) };
  }
  return undefined;
}

/** Which rules bar the mentors who have places; the one that would leave most by itself first. */
function barredReason(i: number, { mentors, barCounts }: Scoring): UnmatchedReason {
  if (mentors.length === 0) return { kind: 'no-mentors', text: 'there are no mentors in this cohort', rules: [] };
  const rules = barCounts(i);
  const places = mentors.reduce((count, { seats }) => count + (seats > 0 ? 1 : 0), 0);
  const [key] = rules;
  if (key === undefined) return { kind: 'nobody-eligible', text: 'no mentor has a free place', rules: [] };
  const relax = key.aloneBars === 0 ? '' : ` Without the rule "${key.rule}": ${counted(key.aloneBars, 'mentor')}.`;
  const named = rules.slice(0, 3).map(({ rule, bars }) => `"${rule}" bars ${bars} of ${places}`);
  return { kind: 'nobody-eligible', text: `no mentor is eligible: ${named.join(', ')}.${relax}`, rules };
}
