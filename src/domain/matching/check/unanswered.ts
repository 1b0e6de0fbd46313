// Fields that a rule or a criterion reads on a side on which nobody answered them: it would do nothing, or bar everybody.
import type { Issue } from '../../issue.ts';
import type { Program } from '../../program/program.ts';
import { answerOf, personFields } from '../candidate.ts';
import { criterionKind } from '../scoring/criterion-kinds.ts';
import { asksBy } from '../scoring/asked-for.ts';
import { whoNames } from '../scoring/named-sides.ts';
import { ruleKind } from '../scoring/rule-kinds.ts';
import type { Sides } from './program-finding.ts';

/** `sides`: everybody who takes part in the cohort, whether or not they wait. A side without people is not asked about. */
export function unanswered(sides: Sides, { rules, criteria }: Pick<Program, 'rules' | 'criteria'>): Issue[] {
  const gap = (who: keyof Sides, field: string): boolean =>
    sides[who].length > 0 && sides[who].every((person) => answerOf(person, field) === undefined);
  const entries = [
    ...rules.map((entry, n) => ({ entry, at: `rules.${n}`, kind: ruleKind(entry.kind) })),
    ...criteria.map((entry, n) => ({
      entry,
      at: `criteria.${n}`,
      kind: criterionKind(entry.kind),
    })),
  ];
  return entries.flatMap(({ entry, at, kind }): Issue[] => {
    const what = at.startsWith('rules') ? 'rule' : 'criterion';
    const mentorOnly = 'looksAt' in kind && kind.looksAt === 'mentor';
    const scaled = 'scaledBy' in entry ? [entry.scaledBy].filter((field) => typeof field === 'string') : [];
    // Whoever is named may be so by any of id, address and name.
    const named = whoNames(entry) !== undefined;
    const asked = 'importance' in entry ? asksBy(entry) : undefined;
    const read = [
      // Of several choices the later ones may be empty.
      ...(asked === undefined ? [] : [[`${asked.side}s`, asked.fields[0]!] as const]),
      ...((kind.compares !== 'fields' && kind.compares !== 'mentees') || mentorOnly || entry.mentee === ''
        ? []
        : [['mentees', entry.mentee] as const]),
      ...(kind.compares === 'fields' && entry.mentor !== '' ? [['mentors', entry.mentor] as const] : []),
      ...scaled.map((field) => ['mentees', field] as const),
    ];
    return read
      .filter(([who, field]) => !(named && isPerson(field)) && gap(who, field))
      .map(([who, field]) => ({
        code: 'nobody-answered',
        severity: 'error',
        where: { source: 'mentorctl.yaml', column: at },
        value: field,
        message: `no ${who.slice(0, -1)} of this cohort has ${isPerson(field) ? `an ${field}` : `answered "${field}"`}, which this ${what} (${entry.kind}) reads`,
        hint: isPerson(field)
          ? `Compare with another of ${personFields.join(', ')}, or take the ${what} away.`
          : `Import the answers, with --map "HEADING=${field}" where the column is called otherwise, or take the ${what} away.`,
      }));
  });
}

function isPerson(field: string): boolean {
  return (personFields as readonly string[]).includes(field);
}
