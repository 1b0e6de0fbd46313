// mentorctl person show: everything known about one person, on one screen.
import type { Command } from '@commander-js/extra-typings';
import { defined } from '../../domain/defined.ts';
import { personPage, type PersonInCohort } from '../../domain/engagement/person-page.ts';
import { namesOf, idAndName } from '../../domain/find-named.ts';
import { listCohorts } from '../../store/cohorts.ts';
import { pairsOf } from '../../store/pair-life.ts';
import { allPeople, membersOf } from '../../store/people.ts';
import { recordsOf } from '../../store/records.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { lookedAt } from '../shared/looked-at.ts';
import { contactsOption } from '../shared/options.ts';

export interface ShowOptions {
  readonly person?: string | undefined;
  readonly withContacts: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[person]', 'id, e-mail or part of the name')
    .addOption(contactsOption('add the e-mail address'))
    .addHelpText('after', '\nExample:\n  mentorctl person show S1042')
    .action((person, flags) => act(runShow, { ...flags, person }));
}

export async function runShow(options: ShowOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const people = await allPeople(store.db);
    const who = namesOf(people);
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    await lookedAt(store, context, 'person show', person.id);
    const parts: PersonInCohort[] = [];
    for (const cohort of await listCohorts(store.db)) {
      const roles = (await membersOf(store.db, cohort.id)).filter(({ key }) => key === person.key);
      if (roles.length === 0) continue;
      const own = <K extends 'goal' | 'flag' | 'observation'>(kind: K) =>
        recordsOf(store.db, kind, cohort.id, person.key);
      const meetings = await recordsOf(store.db, 'meeting', cohort.id);
      const pairs = (await pairsOf(store.db, cohort.id))
        .filter((pair) => pair.mentorId === person.key || pair.menteeId === person.key)
        .map((pair) => {
          const mentor = pair.mentorId === person.key;
          return {
            pair: pair.id,
            as: mentor ? ('mentor' as const) : ('mentee' as const),
            with: who(mentor ? pair.menteeId : pair.mentorId),
            status: pair.status,
            started: pair.started,
            ended: pair.ended,
            reason: pair.reason,
            meetings: meetings.filter((one) => one.mentorId === pair.mentorId && one.menteeId === pair.menteeId).length,
          };
        });
      parts.push({
        cohort: cohort.name,
        roles: roles.map(({ role, seats, status, fields }) => ({ role, capacity: seats, status, fields })),
        pairs,
        goals: (await own('goal')).map(({ id, goal, setOn, reachedOn }) => ({
          goal: id,
          text: goal,
          set: setOn,
          reached: reachedOn,
        })),
        flags: (await own('flag')).map(({ id, about, raisedOn, resolvedOn }) => ({
          flag: id,
          about,
          raised: raisedOn,
          resolved: resolvedOn,
        })),
        outcomes: (await own('observation')).map(({ measure, observed, number, status }) => ({
          measure,
          when: observed,
          value: number ?? status,
        })),
      });
    }
    const email = options.withContacts ? (person.email ?? null) : undefined;
    await context.show(
      personPage({ ...idAndName(person), ...defined({ email }), aliases: person.aliases ?? [] }, parts),
    );
  });
}
