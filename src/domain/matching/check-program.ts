// What a program's rules and criteria do to the people of a cohort: whom they bar, what never matters, what nobody answered.
import type { Work } from '../progress.ts';
import { BARRED, TOP_SCORE } from './assignment-types.ts';
import { answerOf, personFields, type Candidate } from './candidate.ts';
import { criterionKind, type CriterionKindName } from './criterion-kinds.ts';
import { fold } from './encode.ts';
import { ruleKind, type RuleKindName } from './rule-kinds.ts';
import { criterionName, scorePairs, type Scoring } from './score-pairs.ts';
import { nothingStated, type Stated } from './stated.ts';
import { canonical } from './propose-run.ts';
import type { Criterion, Program, Rule } from '../program/program.ts';

/** problem: nobody can be paired, or a rule names nobody; warning: likely not what was meant; note: good to know. */
export interface ProgramFinding {
  readonly severity: 'problem' | 'warning' | 'note';
  readonly kind: string;
  /** Where it stands in the program file: `rules 2`, `criteria 1`. */
  readonly where: string;
  readonly message: string;
  readonly remedy: string;
  /** Of the pairs, mentees or people the message speaks of. */
  readonly share?: number;
}

export interface ProgramCheck {
  readonly mentees: number;
  readonly mentors: number;
  readonly findings: readonly ProgramFinding[];
  /** Mentees whose own mentors were compared, to see which criteria change anybody's order. */
  readonly compared: number;
}

/** From this share of the pairs on a rule bars nearly everybody. */
const nearlyAll = 0.95;
/** From this share of missing answers on it is said. */
const manyMissing = 0.2;
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
  findings.push(...answersOf(side, program), ...secondMentorFindings(side, program));

  const sizes = mentees.length * mentors.length;
  const barred = new Int32Array(mentees.length);
  for (const [index, rule] of program.rules.entries()) {
    const only = yield* scorePairs(mentees, mentors, { ...program, rules: [rule], criteria: [] }, new Map(), stated);
    findings.push(...ruleFindings(rule, `rules ${index + 1}`, only, side));
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
    const only = yield* scorePairs(
      mentees,
      mentors,
      { ...program, rules: [], criteria: [criterion] },
      new Map(),
      stated,
    );
    const constant = constantOf(only, sizes);
    if (constant !== undefined) findings.push(constantFinding(criterion, `criteria ${index + 1}`, constant));
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

interface Sides {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
}

/** Fields that rules and criteria read, and how many of each side answered them. */
function answersOf(side: Sides, program: Program): ProgramFinding[] {
  const uses = [
    ...program.rules.map((entry, n) => ({
      entry,
      where: `rules ${n + 1}`,
      kind: ruleKind(entry.kind as RuleKindName),
    })),
    ...program.criteria.map((entry, n) => ({
      entry,
      where: `criteria ${n + 1}`,
      kind: criterionKind(entry.kind as CriterionKindName),
    })),
  ];
  return uses.flatMap(({ entry, where, kind }) => {
    if (kind.compares === 'people') return namedPeople(entry, where, side);
    if (kind.compares !== 'fields') return [];
    const mentorOnly = entry.kind === 'at-least' || entry.kind === 'at-most';
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
      if (share < manyMissing) return [];
      const effect =
        'gapsAllowed' in kind
          ? kind.gapsAllowed
            ? 'the rule lets them pass'
            : 'the rule bars them'
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

/** Of the field in which two mentors of one mentee must not be alike, and of the one that says who wants a second. */
function secondMentorFindings({ mentees, mentors }: Sides, { secondMentor = {} }: Program): ProgramFinding[] {
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

function nobodyAnswered(who: string, field: string, where: string): ProgramFinding {
  return {
    severity: 'warning',
    kind: 'nobody-answered',
    where,
    message: `${who} has answered "${field}"`,
    remedy: `Map the column that holds it with --map "Heading=${field}" and import again, or take the ${where.startsWith('rules') ? 'rule' : where.startsWith('criteria') ? 'criterion' : 'field'} away.`,
    share: 1,
  };
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

function ruleFindings(rule: Rule, where: string, only: Scoring, { mentees, mentors }: Sides): ProgramFinding[] {
  const kind = ruleKind(rule.kind as RuleKindName);
  if (kind.compares === 'people') return [];
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

function withoutMentor(without: number, mentees: number, all: boolean): ProgramFinding {
  return {
    severity: all ? 'problem' : 'warning',
    kind: 'nobody-left',
    where: 'rules',
    message: `together the rules leave ${without} of ${mentees} mentees with no mentor at all`,
    remedy: 'mentorctl match says for each which single rule would have to go.',
    share: without / mentees,
  };
}

/** Points of 1,000 that every pair gets alike; undefined where pairs differ. */
function constantOf({ scores }: Scoring, sizes: number): number | undefined {
  let first = -1;
  for (let k = 0; k < sizes; k++) {
    const score = scores[k]!;
    if (score === BARRED) continue;
    if (first < 0) first = score;
    else if (score !== first) return undefined;
  }
  return Math.max(0, first);
}

function constantFinding(criterion: Criterion, where: string, points: number): ProgramFinding {
  return {
    severity: 'warning',
    kind: 'constant-criterion',
    where,
    message: `"${criterionName(criterion)}" gives every pair the same, ${Math.round((100 * points) / TOP_SCORE)} of 100, and so decides nothing`,
    remedy: tableHint(criterion) ?? 'Take it away, or compare another field: its weight is taken from the others.',
  };
}

/** A table that never hits is mostly a matter of spelling. */
function tableHint({ kind, table = {} }: Criterion): string | undefined {
  if (kind !== 'table') return undefined;
  const rows = Object.keys(table).map(fold).slice(0, 4).join(', ');
  return `Its rows are ${rows}: they must be written as the answers are; see mentorctl export people.`;
}

/** For each criterion the number of mentees whose order of mentors would be another without it. */
function ordersChanged({ mentees, mentors, scores, parts }: Scoring, criteria: number): number[] {
  const changed = new Array<number>(criteria).fill(0);
  mentees.forEach((_, i) => {
    const open = mentors.flatMap((_mentor, j) => (scores[i * mentors.length + j] === BARRED ? [] : [j]));
    const rows = open.map((j) => {
      const points = parts(i, j).map((part) => part.points);
      return { points, total: points.reduce((sum, one) => sum + one, 0) };
    });
    rows.sort((a, b) => a.total - b.total);
    for (let c = 0; c < criteria; c++) {
      const differs = rows.some((row, k) => {
        const before = rows[k - 1];
        if (before === undefined) return false;
        const rest = row.total - row.points[c]! - (before.total - before.points[c]!);
        return row.total === before.total ? rest !== 0 : rest <= 0;
      });
      if (differs) changed[c]!++;
    }
  });
  return changed;
}

function neverMatters(criterion: Criterion, where: string, { mentees, mentors }: Sides): ProgramFinding {
  return {
    severity: 'warning',
    kind: 'never-matters',
    where,
    message: `without "${criterionName(criterion)}" no mentee's order of mentors would be another (${mentees.length} mentees and ${mentors.length} mentors looked at)`,
    remedy: 'Raise its importance if it shall matter, or take it away.',
  };
}
