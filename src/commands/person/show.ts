// mentorctl person show: everything known about one person, on one screen.
import type { Command } from '@commander-js/extra-typings';
import { formatDate, parseIsoDate } from '../../domain/civil-date.ts';
import { counted } from '../../domain/count-words.ts';
import { reasonWords } from '../../domain/engagement/closure.ts';
import { nameAndId } from '../../domain/find-named.ts';
import { answerWords } from '../../domain/program/answer-words.ts';
import type { FieldValue } from '../../domain/program/program.ts';
import { prose, tableBlock } from '../../domain/report/blocks.ts';
import type { Block, Cell } from '../../domain/report/report.ts';
import { listCohorts } from '../../store/cohorts.ts';
import { pairsOf } from '../../store/pair-life.ts';
import { allPeople, membersOf } from '../../store/people.ts';
import { recordsOf } from '../../store/records.ts';
import type { RowOf } from '../../store/tables.ts';
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
    const byKey = new Map(people.map((one) => [one.key, one]));
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    await lookedAt(store, context, 'person show', person.id);
    const parts = [];
    for (const cohort of await listCohorts(store.db)) {
      const roles = (await membersOf(store.db, cohort.id)).filter(({ key }) => key === person.key);
      if (roles.length === 0) continue;
      const own = <T extends 'goal' | 'flag' | 'observation'>(table: T): Promise<RowOf<T>[]> =>
        recordsOf(store.db, table, cohort.id, person.key);
      const meetings = await recordsOf(store.db, 'meeting', cohort.id);
      const pairs = (await pairsOf(store.db, cohort.id))
        .filter((pair) => pair.mentor_id === person.key || pair.mentee_id === person.key)
        .map((pair) => {
          const mentor = pair.mentor_id === person.key;
          const other = byKey.get(mentor ? pair.mentee_id : pair.mentor_id);
          return {
            pair: pair.id,
            as: mentor ? ('mentor' as const) : ('mentee' as const),
            with: { id: other?.id ?? '', name: other?.name ?? '' },
            status: pair.status,
            started: pair.started,
            ended: pair.ended,
            reason: pair.reason,
            meetings: meetings.filter((one) => one.mentor_id === pair.mentor_id && one.mentee_id === pair.mentee_id)
              .length,
          };
        });
      parts.push({
        cohort: cohort.name,
        roles: roles.map(({ role, seats, status, fields }) => ({ role, capacity: seats, status, fields })),
        pairs,
        goals: (await own('goal')).map(({ id, goal, set_on, reached_on }) => ({
          goal: id,
          text: goal,
          set: set_on,
          reached: reached_on,
        })),
        flags: (await own('flag')).map(({ id, about, raised_on, resolved_on }) => ({
          flag: id,
          about,
          raised: raised_on,
          resolved: resolved_on,
        })),
        outcomes: (await own('observation')).map(({ measure, observed, number, status }) => ({
          measure,
          when: observed,
          value: number ?? status,
        })),
      });
    }
    const contact = options.withContacts ? (person.email ?? 'no e-mail address') : undefined;
    const aliases = person.aliases ?? [];
    const rows = parts.flatMap((part) => rowsOf(part));
    const columns = ['cohort', 'what', 'is'].map((id) => ({ id, title: '', ...(id === 'is' ? { wrap: true } : {}) }));
    const blocks: Block[] = [
      prose(
        `${nameAndId(person)}${contact === undefined ? '' : `, ${contact}`}${aliases.length === 0 ? '' : `; also known as ${aliases.join(', ')}`}`,
      ),
      tableBlock({ id: 'person', title: '', columns, rows }),
    ];
    await context.show({
      schema: 'mentorctl/person@1',
      blocks,
      json: {
        id: person.id,
        name: person.name,
        ...(contact === undefined ? {} : { email: person.email ?? null }),
        aliases,
        cohorts: parts,
      },
    });
  });
}

function rowsOf(part: {
  readonly cohort: string;
  readonly roles: readonly {
    role: string;
    capacity: number;
    status: string;
    fields: Readonly<Record<string, FieldValue>>;
  }[];
  readonly pairs: readonly {
    pair: number;
    as: 'mentor' | 'mentee';
    with: { id: string; name: string };
    status: string;
    started: string;
    ended: string | null;
    reason: string | null;
    meetings: number;
  }[];
  readonly goals: readonly { text: string; reached: string | null }[];
  readonly flags: readonly { about: string; raised: string; resolved: string | null }[];
  readonly outcomes: readonly { measure: string; when: string; value: number | string | null }[];
}): Cell[][] {
  const row = (what: string, text: string): Cell[] =>
    [part.cohort, what, text].map((cell) => ({ kind: 'text', text: cell }));
  return [
    ...part.roles.map(({ role, capacity, status, fields }) =>
      row(
        role === 'none' ? 'not taking part' : role,
        [
          ...(role === 'mentor' ? [`${capacity} places`] : []),
          ...(status === 'active' ? [] : [status]),
          ...Object.entries(fields).map(([name, value]) => `${name}: ${answerWords(value, ', ')}`),
        ].join('; '),
      ),
    ),
    ...part.pairs.map((pair) =>
      row(
        `pair ${pair.pair}`,
        `${pair.as === 'mentor' ? 'mentor of' : 'mentee of'} ${nameAndId(pair.with)}, ${pair.status}, since ${day(pair.started)}${pair.ended === null ? '' : ` until ${day(pair.ended)}`}${pair.reason === null ? '' : ` (${reasonWords(pair.reason)})`}, ${counted(pair.meetings, 'meeting')}`,
      ),
    ),
    ...part.goals.map(({ text, reached }) =>
      row('goal', `${text}, ${reached === null ? 'not yet reached' : `reached ${day(reached)}`}`),
    ),
    ...part.flags.map(({ about, raised, resolved }) =>
      row('flag', `${about}, raised ${day(raised)}, ${resolved === null ? 'open' : `resolved ${day(resolved)}`}`),
    ),
    ...part.outcomes.map(({ measure, when, value }) =>
      row('outcome', `${measure}${when === '' ? '' : `, ${when}`}: ${value ?? ''}`),
    ),
  ];
}

function day(text: string): string {
  const date = parseIsoDate(text);
  return date === undefined ? text : formatDate(date);
}
