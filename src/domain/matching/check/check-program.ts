// What a program's rules and criteria do to the people of a cohort: whom they bar, what never matters, what nobody answered.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { BARRED } from '../assignment-types.ts';
import type { Candidate } from '../candidate.ts';
import { answersOf, tooFewOptions } from './check-answers.ts';
import { constantFinding, constantOf, neverMatters, ordersChanged } from './check-criteria.ts';
import { ruleFindings, withoutMentor } from './check-rules.ts';
import { secondMentorFindings } from './check-second-mentor.ts';
import { unreadStated } from '../stable/choices-words.ts';
import type { ProgramFinding } from './program-finding.ts';
import { canonical } from '../scoring/run-table.ts';
import { scorePairs } from '../scoring/score-pairs.ts';
import { nothingStated, type Stated } from '../stated.ts';

export interface ProgramCheck {
  readonly mentees: number;
  readonly mentors: number;
  readonly findings: readonly ProgramFinding[];
  /** Mentees whose own mentors were compared, to see which criteria change anybody's order. */
  readonly compared: number;
}

/** Mentees and mentors looked at for what changes an order; everybody for all else. */
const compared = { mentees: 200, mentors: 500 };

export function* checkProgram(
  people: { readonly mentees: readonly Candidate[]; readonly mentors: readonly Candidate[] },
  program: Program,
  stated: Stated = nothingStated,
): Work<ProgramCheck> {
  const mentees = canonical(people.mentees, program.matching.seed);
  const mentors = canonical(people.mentors, program.matching.seed);
  const findings: ProgramFinding[] = [];
  const whole = { mentees: mentees.length, mentors: mentors.length, compared: 0 };
  if (program.criteria.length === 0)
    findings.push({
      severity: 'warning',
      kind: 'no-criteria',
      where: 'criteria',
      message: 'there are no criteria, so every allowed pair counts as a full fit',
      remedy: 'Add one, e.g. {kind: overlap, field: topics}; see mentorctl help criteria.',
    });
  if (mentees.length === 0 || mentors.length === 0) return { ...whole, findings };
  const side = { mentees, mentors };
  findings.push(...answersOf(side, program), ...secondMentorFindings(side, program), ...unread(program, stated));

  const barred = new Int32Array(mentees.length);
  for (const [index, rule] of program.rules.entries()) {
    const only = yield* scorePairs(mentees, mentors, { ...program, rules: [rule], criteria: [] }, new Map(), stated);
    const where = `rules ${index + 1}`;
    findings.push(...ruleFindings(rule, where, only, side), ...tooFewOptions(rule, where, side));
  }
  if (program.rules.length > 0) {
    const all = yield* scorePairs(mentees, mentors, { ...program, criteria: [] }, new Map(), stated);
    for (let i = 0; i < mentees.length; i++)
      for (let j = 0; j < mentors.length; j++) if (all.scores[i * mentors.length + j] === BARRED) barred[i]!++;
    const without = barred.filter((count) => count === mentors.length).length;
    const single = findings.some(({ kind }) => kind === 'bars-everybody');
    if (without > 0 && !single) findings.push(withoutMentor(without, mentees.length, all.eligiblePairs === 0));
  }

  for (const [index, criterion] of program.criteria.entries()) {
    const alone = { ...program, criteria: [criterion] };
    const points = constantOf(yield* scorePairs(mentees, mentors, alone, new Map(), stated));
    if (points === undefined) continue;
    const free = { ...alone, rules: [] };
    const everywhere =
      program.rules.length === 0 ? points : constantOf(yield* scorePairs(mentees, mentors, free, new Map(), stated));
    findings.push(constantFinding(criterion, `criteria ${index + 1}`, { points, byRules: everywhere === undefined }));
  }
  const known = new Set(findings.filter(({ kind }) => kind === 'constant-criterion').map(({ where }) => where));
  if (program.criteria.length > 1) {
    const some = { mentees: mentees.slice(0, compared.mentees), mentors: mentors.slice(0, compared.mentors) };
    const scoring = yield* scorePairs(some.mentees, some.mentors, program, new Map(), stated);
    const changed = ordersChanged(scoring, program.criteria.length);
    changed.forEach((count, index) => {
      const where = `criteria ${index + 1}`;
      if (count === 0 && !known.has(where)) findings.push(neverMatters(program.criteria[index]!, where, some));
    });
    return { ...whole, findings, compared: some.mentees.length };
  }
  return { ...whole, findings };
}

/** Choices and scores on file that nothing reads. */
function unread(program: Program, stated: Stated): ProgramFinding[] {
  return unreadStated(program, stated).map(({ kind, finding, remedy }) => ({
    severity: 'warning',
    kind: `${kind}-unread`,
    where: 'criteria',
    message: finding,
    remedy,
  }));
}
