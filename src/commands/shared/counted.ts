// The database without the people who may not be counted or told, for what is read by others than the office.
import { leftOutWords, type ConsentPlan } from '../../domain/program/keeping.ts';
import type { Program } from '../../domain/program/program.ts';
import { leaveOut, leftOutIn, withoutConsent } from '../../store/consent.ts';
import type { Store } from '../../store/store.ts';
import type { Context } from './context.ts';

/** Says how many of the cohorts are left out and why; empty where nobody is. `role: mentee`: other than that of a mentor. */
export type SayLeftOut = (cohorts: readonly number[], role: 'mentee' | 'any') => string;

/** For a report: nobody is read who may not be counted. */
export async function usingCounted(
  context: Context,
  { consent }: Program,
  work: (store: Store, left: SayLeftOut) => Promise<void>,
): Promise<void> {
  await context.usingStore({ create: false }, async (store) =>
    work(store, await leavingOut(store, consent, 'counted')),
  );
}

/** For a list that leaves the office: nobody is read who may not be told. */
export function leavingOut(store: Store, plan: ConsentPlan | undefined, what: 'counted' | 'told'): Promise<SayLeftOut> {
  const without = withoutConsent(store, plan, what);
  const people = [...without.declined, ...without.unknown];
  const say: SayLeftOut = (cohorts, role) => leftOutWords(leftOutIn(store, without, cohorts, role), what);
  return people.length === 0
    ? Promise.resolve(say)
    : leaveOut(store, people, { named: what === 'told' }).then(() => say);
}

/** Told beside the list, which has no room for it. */
export function noteLeftOut(context: Context, left: string): void {
  if (left !== '') context.note(left);
}

/** A list for the office alone has everybody in it, and says who must not go further. */
export function noteListed(
  context: Context,
  store: Store,
  plan: ConsentPlan | undefined,
  cohorts: readonly number[],
): void {
  noteLeftOut(context, leftOutWords(leftOutIn(store, withoutConsent(store, plan, 'told'), cohorts, 'any'), 'listed'));
}
