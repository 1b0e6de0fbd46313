// Whether what a program says of second mentors can come true for the people of a cohort.
import type { Program } from '../../program/program.ts';
import { answerOf } from '../candidate.ts';
import { nobodyAnswered, type ProgramFinding, type Sides } from './program-finding.ts';

/** Of the field in which two mentors of one mentee must not be alike, and of the one that says who wants a second. */
export function secondMentorFindings({ mentees, mentors }: Sides, { secondMentor = {} }: Program): ProgramFinding[] {
  const { differ, who } = secondMentor;
  const where = 'second-mentor';
  const findings: ProgramFinding[] = [];
  if (who !== undefined && !mentees.some((one) => answerOf(one, who) === true))
    findings.push({
      severity: 'warning',
      kind: 'nobody-wants-a-second',
      where,
      message: `none of the ${mentees.length} mentees has said yes to "${who}"`,
      remedy: 'Import their answers, or take "who" away: then everybody with one mentor may have a second.',
      share: 1,
    });
  if (differ === undefined) return findings;
  const answers = mentors.map((one) => answerOf(one, differ)).filter((answer) => answer !== undefined);
  if (answers.length === 0)
    return [...findings, nobodyAnswered(`none of the ${mentors.length} mentors`, differ, where)];
  if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1) return findings;
  return [
    ...findings,
    {
      severity: 'warning',
      kind: 'no-second-mentor',
      where,
      message: `every mentor who answered "${differ}" gave the same answer, so no two of them differ in it`,
      remedy: 'Compare another field, or take "differ" away.',
    },
  ];
}
