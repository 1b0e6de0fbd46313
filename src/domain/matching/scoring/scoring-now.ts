// People as they are now against one mentor, whom no run compared: what bars them, pairs that stand and pins among it, and how they fit.
import type { Program } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import { circlesOf } from '../circles.ts';
import type { RunInput } from '../run.ts';
import { withAskedFor } from './asked-for.ts';
import { withRulePins } from './rule-pins.ts';
import { rowScoring, type Scoring } from './score-pairs.ts';
import { settledIn } from './ties.ts';

/** `input`: all who wait, since groups and scales are made of them all. Its mentees are the scoring's; `mentor` the only mentor. */
export function scoringNow(input: Omit<RunInput, 'seed'>, mentor: Candidate, program: Program): Scoring {
  const { mentees, mentors, standing = [], blocks } = input;
  const { stated } = withAskedFor(input, program);
  const people = new Map(mentees.map((one) => [one.id, one]));
  const pins = withRulePins(input, program).pins.flatMap((pin) => {
    const mentee = people.get(pin.mentee);
    return mentee === undefined ? [] : [{ mentee, mentor: pin.mentor }];
  });
  const settled = settledIn(standing, pins, { circles: circlesOf(mentors, program.circles), mentors });
  return rowScoring(mentees, [mentor], program, blocks, stated, settled).scoring;
}
