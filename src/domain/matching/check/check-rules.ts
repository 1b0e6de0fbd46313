// What a rule by itself, and all rules together, do to the pairs of a cohort.
import type { Rule } from '../../program/program.ts';
import type { ProgramFinding, Sides } from './program-finding.ts';
import { ruleKind } from '../scoring/rule-kinds.ts';
import type { Scoring } from '../scoring/score-pairs.ts';

/** From this share of the pairs on a rule bars nearly everybody. */
const nearlyAll = 0.95;

/** `only`: all pairs under this rule alone. */
export function ruleFindings(rule: Rule, where: string, only: Scoring, { mentees, mentors }: Sides): ProgramFinding[] {
  const kind = ruleKind(rule.kind);
  if (kind.compares !== 'fields') return [];
  const words = kind.words(rule);
  // Somebody in both roles is never her own mentor, which no rule has to say.
  const ids = new Set(mentors.map(({ id }) => id));
  const selves = mentees.filter(({ id }) => ids.has(id)).length;
  const pairs = mentees.length * mentors.length - selves;
  const bars = pairs - only.eligiblePairs;
  const share = pairs === 0 ? 0 : bars / pairs;
  const base = { where, share };
  if (bars === pairs)
    return [
      {
        ...base,
        severity: 'problem',
        kind: 'bars-everybody',
        message: `"${words}" bars every one of the ${pairs.toLocaleString('en-US')} pairs`,
        remedy: `Loosen it or take it away; see the answers with mentorctl export people.`,
      },
    ];
  if (share >= nearlyAll)
    return [
      {
        ...base,
        severity: 'warning',
        kind: 'bars-nearly-everybody',
        message: `"${words}" bars ${bars.toLocaleString('en-US')} of ${pairs.toLocaleString('en-US')} pairs`,
        remedy: 'Loosen it, or make a criterion of it, which prefers such pairs and bars none.',
      },
    ];
  if (bars > 0) return [];
  return [
    {
      ...base,
      severity: 'note',
      kind: 'bars-nobody',
      message: `"${words}" bars nobody here`,
      remedy: 'It may stay for another cohort; if it was meant to bar somebody, look at how the answers are written.',
    },
  ];
}

/** `without` of the mentees have nobody; `all`: no two people may be paired. */
export function withoutMentor(without: number, mentees: number, all: boolean): ProgramFinding {
  return {
    severity: all ? 'problem' : 'warning',
    kind: 'nobody-left',
    where: 'rules',
    message: `together the rules leave ${without} of ${mentees} mentees with no mentor at all`,
    remedy: 'mentorctl match says for each which single rule would have to go.',
    share: without / mentees,
  };
}
