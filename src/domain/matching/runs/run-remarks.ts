// What has to be said of a run besides its pairs: whom its rules name and did not find, pins over places, whose scale counts.
import type { Program } from '../../program/program.ts';
import type { Block } from '../../report/report.ts';
import { deafRules, namedWords, peopleNamedIn } from '../scoring/named-people.ts';
import type { Candidate } from '../candidate.ts';
import type { RunInput } from '../run.ts';
import { scaleWords } from '../scoring/own-importance.ts';
import { overWords, pinsOver } from '../scoring/pins-over.ts';
import { nameAndId } from '../../find-named.ts';
import { circlesOf } from '../circles.ts';
import { brokenTies } from '../scoring/broken-ties.ts';
import { withRulePins } from '../scoring/rule-pins.ts';
import { settledIn } from '../scoring/ties.ts';

/** Places that other open cohorts have taken: `Places taken in other open cohorts: Eva Roy (M1) 1.` */
export function elsewhereWords(mentors: readonly Pick<Candidate, 'id' | 'name' | 'elsewhere'>[]): string[] {
  const some = mentors.filter(({ elsewhere = 0 }) => elsewhere > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (some.length === 0) return [];
  const listed = some.slice(0, 5).map(({ id, name, elsewhere = 0 }) => `${name} (${id}) ${elsewhere}`);
  const more = some.length > listed.length ? ` and ${some.length - listed.length} more mentors` : '';
  return [`Places taken in other open cohorts: ${listed.join(', ')}${more}; they are not given twice.`];
}

/** Rules about mentees among each other that pairs which stand, and pins, break: no run mends that, and none makes it worse. */
export function tieWords(
  input: Pick<RunInput, 'mentees' | 'mentors' | 'pins' | 'standing'>,
  program: Program,
): readonly string[] {
  const { mentors, standing = [] } = input;
  const people = new Map(input.mentees.map((one) => [one.id, one]));
  const pins = [...new Map(withRulePins(input, program).pins.map((pin) => [pin.mentee, pin])).values()].flatMap(
    ({ mentee, mentor }) => {
      const one = people.get(mentee);
      return one === undefined ? [] : [{ mentee: one, mentor }];
    },
  );
  const names = new Map(mentors.map((mentor) => [mentor.id, nameAndId(mentor)]));
  const settled = settledIn(standing, pins, { circles: circlesOf(mentors, program.circles), mentors });
  return brokenTies(settled, program.rules, (id) => names.get(id) ?? id).map(
    ({ text }) => `Not heeded by pairs that stand or are pinned: ${text}.`,
  );
}

export function remarkBlocks(
  input: Pick<RunInput, 'mentees' | 'mentors' | 'pins' | 'standing'>,
  program: Program,
): Block[] {
  const deaf = deafRules(input, program);
  const silent = new Set(deaf.map(({ where }) => where));
  const named = peopleNamedIn(input, program).filter(
    ({ found, unknown, where }) => found + unknown.length > 0 && !silent.has(where),
  );
  const [unclear, clear] = [true, false].map(
    (is) => new Set(named.filter(({ ambiguous }) => ambiguous.length > 0 === is).map(namedWords)),
  );
  const fields = new Map(program.fields.map((field) => [field.name, field]));
  const scaled = new Set(program.criteria.flatMap(({ scaledBy }) => scaledBy ?? []));
  const scales = [...scaled].flatMap((name) => scaleWords(fields.get(name), input.mentees) ?? []);
  return [
    ...pinsOver(input, program).map((over): Block => ({ kind: 'caution', text: `${overWords(over)}.` })),
    ...tieWords(input, program).map((text): Block => ({ kind: 'caution', text })),
    ...elsewhereWords(input.mentors).map((text): Block => ({ kind: 'prose', text })),
    ...deaf.map(({ text }): Block => ({ kind: 'caution', text })),
    ...[...(unclear ?? [])].map((text): Block => ({ kind: 'caution', text })),
    ...[...(clear ?? [])].map((text): Block => ({ kind: 'prose', text })),
    ...(scales.length === 0
      ? []
      : [
          {
            kind: 'prose' as const,
            text: `How much a criterion matters follows what mentees said: ${scales.join('; ')}.`,
          },
        ]),
  ];
}
