// Which surveys of the program file have fallen due, and who has not answered them yet.
import { addDays, daysBetween, type CivilDate } from '../civil-date.ts';
import type { SurveyPlan } from '../program/engagement.ts';
import type { LivingPair, LivingPerson } from './cohort-life.ts';

export interface SurveyDue {
  readonly plan: SurveyPlan;
  /** Everybody it has fallen due for. */
  readonly asked: number;
  /** Who has not answered, with the day it fell due. */
  readonly waiting: readonly { readonly person: LivingPerson; readonly due: CivilDate }[];
}

/** `answered`: `person's number, instrument, wave` with commas, folded to lower case. Only standing pairs are asked. */
export function surveysDue(
  plans: readonly SurveyPlan[],
  pairs: readonly LivingPair[],
  answered: ReadonlySet<string>,
  asOf: CivilDate,
): SurveyDue[] {
  return plans.flatMap((plan) => {
    const due = new Map<number, { person: LivingPerson; due: CivilDate }>();
    for (const pair of pairs) {
      const day = addDays(pair.started, plan.day);
      if (daysBetween(day, asOf) < 0) continue;
      const people = plan.who === 'both' ? [pair.mentee, pair.mentor] : [pair[plan.who]];
      for (const person of people) {
        const before = due.get(person.key);
        if (before === undefined || day < before.due) due.set(person.key, { person, due: day });
      }
    }
    const waiting = [...due.values()].filter(({ person }) => !answered.has(answerKey(person.key, plan)));
    return due.size === 0 ? [] : [{ plan, asked: due.size, waiting }];
  });
}

/** `17,belonging,pre`: instruments and waves are compared without case. */
export function answerKey(person: number, { instrument, wave }: Pick<SurveyPlan, 'instrument' | 'wave'>): string {
  return `${person},${instrument.toLowerCase()},${wave.toLowerCase()}`;
}
