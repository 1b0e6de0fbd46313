// The program and the people by which second mentors are found.
import type { Field, Program, Rule } from '../../program/program.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import { ofFirstMentor, type Already } from '../second-mentor.ts';
import { ruleKind } from './rule-kinds.ts';

/**
 * The program by which second mentors are found: its own rules and criteria, and that the two mentors differ where
 * `second-mentor: {differ: FIELD}` says so. Pins of the file are left to the first run, since a pin allows nobody else.
 */
export function secondProgram(program: Program): Program {
  const { differ } = program.secondMentor ?? {};
  const field = program.fields.find(({ name }) => name === differ);
  const rules = program.rules.filter(({ kind }) => ruleKind(kind).effect !== 'pairs');
  if (field === undefined) return { ...program, rules };
  const answer: Field = { ...field, name: ofFirstMentor(field.name), headings: [] };
  const rule: Rule = { kind: 'differ', mentee: answer.name, mentor: field.name };
  return { ...program, fields: [...program.fields, answer], rules: [...rules, rule] };
}

/** The program a run was made by, from its file and the settings the run kept. */
export function programOfRun(file: Program, matching: Program['matching']): Program {
  const program = { ...file, matching };
  return matching.layer === 'second' ? secondProgram(program) : program;
}

/** Mentees with the answer of the mentor they have; a mentor who has gone or gave none leaves a gap, which bars nobody. */
export function secondInput<I extends { readonly mentees: readonly Candidate[]; readonly already?: Already }>(
  input: I,
  everybody: readonly Candidate[],
  { secondMentor, fields }: Program,
): I {
  const differ = fields.find(({ name }) => name === secondMentor?.differ)?.name;
  if (differ === undefined) return input;
  const mentors = new Map(everybody.map((one) => [one.id, one]));
  const has = new Map((input.already ?? []).map(({ mentee, mentor }) => [mentee, mentor]));
  const mentees = input.mentees.map((mentee) => {
    const own = mentors.get(has.get(mentee.id) ?? '');
    const answer = own === undefined ? undefined : answerOf(own, differ);
    return answer === undefined ? mentee : { ...mentee, fields: { ...mentee.fields, [ofFirstMentor(differ)]: answer } };
  });
  return { ...input, mentees };
}
