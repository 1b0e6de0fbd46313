// The database without the people who may not be counted or told, for what is read by others than the office.
import { leftOutWords, type ConsentPlan } from '../../domain/program/keeping.ts';
import type { Program } from '../../domain/program/program.ts';
import { leaveOut, leftOutIn, withoutConsent } from '../../store/consent.ts';
import type { Store } from '../../store/store.ts';
import type { Context } from './context.ts';

/** Says how many of the cohorts are left out and why; empty where nobody is. `role: mentee`: other than that of a mentor. */
export type SayLeftOut = (cohorts: readonly number[], role: 'mentee' | 'any') => Promise<string>;

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
export async function leavingOut(
  { db }: Store,
  plan: ConsentPlan | undefined,
  what: 'counted' | 'told',
): Promise<SayLeftOut> {
  const without = await withoutConsent(db, plan, what);
  const people = [...without.declined, ...without.unknown];
  if (people.length > 0) await leaveOut(db, people, { named: what === 'told' });
  return async (cohorts, role) => leftOutWords(await leftOutIn(db, without, cohorts, role), what);
}

/** Told beside the list, which has no room for it. */
export function noteLeftOut(context: Context, left: string): void {
  if (left !== '') context.note(left);
}

/** A list for the office alone has everybody in it, and says who must not go further. */
export async function noteListed(
  context: Context,
  { db }: Store,
  plan: ConsentPlan | undefined,
  cohorts: readonly number[],
): Promise<void> {
  const without = await withoutConsent(db, plan, 'told');
  noteLeftOut(context, leftOutWords(await leftOutIn(db, without, cohorts, 'any'), 'listed'));
}
