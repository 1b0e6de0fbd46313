// Pairs that stand though today's rules would bar them: they stay, and are said.
import type { Program } from '../../program/program.ts';
import { ruleFilter } from '../scoring/rule-filter.ts';
import type { RematchInput, StandingAgainst } from './rematch-plan.ts';

export function standingAgainst({ mentees, mentors, standing }: RematchInput, program: Program): StandingAgainst[] {
  const row = new Map(mentees.map(({ id }, i) => [id, i]));
  const column = new Map(mentors.map(({ id }, j) => [id, j]));
  const fields = new Map(program.fields.map((field) => [field.name, field]));
  const filters = program.rules.map((rule) => ruleFilter(rule, mentees, mentors, fields));
  return standing
    .flatMap(({ mentee, mentor }): StandingAgainst[] => {
      const [i, j] = [row.get(mentee), column.get(mentor)];
      if (i === undefined || j === undefined) return [];
      const rules = filters.flatMap(({ allows, words }) => (allows(i, j) ? [] : [words]));
      return rules.length === 0 ? [] : [{ mentee: mentees[i]!, mentor: mentors[j]!, rules }];
    })
    .sort((a, b) => (a.mentee.id < b.mentee.id ? -1 : 1));
}
