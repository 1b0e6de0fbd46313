// Whether the people of a cohort answered what rules and criteria read: nobody, few, or too little for a rule to let them pass.
import type { Criterion, Program, Rule } from '../../program/program.ts';
import { answerOf, personFields } from '../candidate.ts';
import { criterionKind } from '../scoring/criterion-kinds.ts';
import { nobodyAnswered, type ProgramFinding, type Sides } from './program-finding.ts';
import { ruleKind } from '../scoring/rule-kinds.ts';

/** From this share of missing answers on it is said. */
const manyMissing = 0.2;

/** Fields that rules and criteria read, and how many of each side answered them. */
export function answersOf(side: Sides, program: Program): ProgramFinding[] {
  const uses = [
    ...program.rules.map((entry, n) => ({
      entry,
      where: `rules ${n + 1}`,
      kind: ruleKind(entry.kind),
    })),
    ...program.criteria.map((entry, n) => ({
      entry,
      where: `criteria ${n + 1}`,
      kind: criterionKind(entry.kind),
    })),
  ];
  return uses.flatMap(({ entry, where, kind }) => {
    if (kind.compares === 'people') return namedPeople(entry, where, side);
    if (kind.compares !== 'fields') return [];
    const mentorOnly = 'looksAt' in kind && kind.looksAt === 'mentor';
    const scaled = 'scaledBy' in entry ? [['mentees', entry.scaledBy ?? ''] as const] : [];
    const read = [
      ...(mentorOnly ? [] : [['mentees', entry.mentee] as const]),
      ['mentors', entry.mentor] as const,
      ...scaled,
    ];
    const gaps = (who: keyof Sides, field: string): boolean =>
      side[who].every((person) => answerOf(person, field) === undefined);
    if (!mentorOnly && entry.mentee === entry.mentor && gaps('mentees', entry.mentee) && gaps('mentors', entry.mentor))
      return [nobodyAnswered('nobody here', entry.mentee, where)];
    return read.flatMap(([who, field]): ProgramFinding[] => {
      if ((personFields as readonly string[]).includes(field)) return [];
      const people = side[who];
      const missing = people.filter((person) => answerOf(person, field) === undefined).length;
      const share = missing / people.length;
      if (missing === people.length) return [nobodyAnswered(`none of the ${people.length} ${who}`, field, where)];
      // Even one who is barred from everybody is one too many not to be named.
      const bars = 'gapsAllowed' in kind && !kind.gapsAllowed;
      if (missing === 0 || (!bars && share < manyMissing)) return [];
      const effect =
        'gapsAllowed' in kind
          ? bars
            ? `the rule bars ${missing === 1 ? 'her' : 'them'} from everybody`
            : 'the rule lets them pass'
          : 'it counts half for their pairs';
      return [
        {
          severity: 'note',
          kind: 'many-missing',
          where,
          message: `"${field}" is missing for ${missing} of ${people.length} ${who}; ${effect}`,
          remedy: 'Ask those who did not say, and import their answers.',
          share,
        },
      ];
    });
  });
}

/** People who named fewer options than a rule wants two to share: it bars them from everybody. */
export function tooFewOptions(rule: Rule, where: string, side: Sides): ProgramFinding[] {
  const kind = ruleKind(rule.kind);
  const least = kind.fewest(rule);
  if (least < 2) return [];
  const words = kind.words(rule);
  return (['mentees', 'mentors'] as const).flatMap((who): ProgramFinding[] => {
    const field = who === 'mentees' ? rule.mentee : rule.mentor;
    const few = side[who].filter((person) => {
      const answer = answerOf(person, field);
      return answer !== undefined && (Array.isArray(answer) ? answer.length : 1) < least;
    }).length;
    if (few === 0) return [];
    return [
      {
        severity: 'warning',
        kind: 'too-few-options',
        where,
        message: `${few} of ${side[who].length} ${who} named fewer than ${least} of "${field}", so "${words}" bars them from everybody`,
        remedy: `Ask for fewer in common, or make a criterion of it: {kind: overlap, field: ${field}}.`,
        share: few / side[who].length,
      },
    ];
  });
}

function namedPeople(rule: Rule | Criterion, where: string, side: Sides): ProgramFinding[] {
  return (['mentee', 'mentor'] as const).flatMap((role): ProgramFinding[] => {
    const who = rule[role];
    if (side[`${role}s`].some(({ id, email }) => id === who || email === who)) return [];
    return [
      {
        severity: 'warning',
        kind: 'nobody-named',
        where,
        message: `no ${role} here has the id or e-mail address "${who}"`,
        remedy: 'Mend it, or leave it where it is meant for another cohort.',
      },
    ];
  });
}
