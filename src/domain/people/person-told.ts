// What is said of one person who is added, changed, leaves, comes back or is merged with another; and why it may not be.
import { formatDate, type CivilDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { defined } from '../defined.ts';
import { Failure } from '../failure.ts';
import { idAndName, nameAndId } from '../find-named.ts';
import { nextStep, prose } from '../report/blocks.ts';
import type { Block, Report } from '../report/report.ts';
import { shellWord } from '../shell-word.ts';
import { changeWords, type OwnChanges } from './person-change.ts';
import {
  identityConflicts,
  type EnrolmentDraft,
  type FieldChange,
  type KnownPerson,
  type RosterPlan,
} from './roster.ts';

interface Who {
  readonly id: string;
  readonly name: string;
}

/** Throws Failure where the id or the address is somebody else's. */
export function refuseConflicts(
  drafts: readonly EnrolmentDraft[],
  people: Parameters<typeof identityConflicts>[1],
): void {
  const [conflict] = identityConflicts(drafts.slice(0, 1), people, '', new Map());
  if (conflict === undefined) return;
  const { message, hint } = conflict;
  throw new Failure('bad-data', { code: conflict.code, message, ...defined({ hint }) });
}

/** A plan without what it would change of people who are here already. */
export function onlyNew(plan: RosterPlan): RosterPlan {
  const fresh = <P extends { readonly key?: number }>(plans: readonly P[]): P[] =>
    plans.filter(({ key }) => key === undefined);
  return { ...plan, people: fresh(plan.people), enrolments: fresh(plan.enrolments) };
}

/** `drafts`: a role each; `people`: who was known before; `pairs`: how many stand in the cohort. */
export function addedReport(
  drafts: readonly [EnrolmentDraft, ...EnrolmentDraft[]],
  { enrolments }: Pick<RosterPlan, 'enrolments'>,
  {
    people,
    cohort,
    pairs,
    dryRun,
  }: {
    readonly people: readonly KnownPerson[];
    readonly cohort: string;
    readonly pairs: number;
    readonly dryRun: boolean;
  },
): Report {
  const [draft] = drafts;
  const before = people.find(({ id, email }) => id === draft.id || (email !== undefined && email === draft.email));
  const added = enrolments.length > 0;
  const seats = enrolments.find((one) => one.draft.role === 'mentor')?.seats;
  const role = drafts.map((one) => one.role).join(' and ');
  const { id, name } = before ?? draft;
  const who = nameAndId({ id, name });
  const places = seats === undefined ? '' : ` with ${counted(seats, 'place')}`;
  const text = added
    ? `${dryRun ? 'Would add' : 'Added'} ${who} to ${cohort} as ${role}${places}${before === undefined ? '' : '; known from before'}.`
    : `${who} is ${role} in ${cohort} already; nothing was changed.`;
  const place = `mentorctl ${pairs > 0 ? 'rematch' : 'match'} --cohort ${shellWord(cohort)}`;
  return {
    schema: 'mentorctl/person-add@1',
    blocks: [
      prose(text),
      added
        ? nextStep(place, pairs > 0 ? 'places whoever waits, moving as few pairs as possible' : '')
        : nextStep(`mentorctl person show ${shellWord(id)}`, 'or mentorctl person change'),
    ],
    json: {
      cohort,
      id,
      name,
      roles: drafts.map((one) => one.role),
      capacity: seats ?? null,
      fields: draft.answers.values(),
      added,
      dryRun,
    },
  };
}

/** Places that were said of somebody who is no mentor. */
export function noMentor(person: Who, cohort: string): Failure {
  return new Failure('usage', {
    code: 'no-mentor',
    message: `${nameAndId(person)} is no mentor in ${cohort}, and has no places to change`,
    hint: `To make them one: mentorctl person add ${shellWord(person.name)} --id ${shellWord(person.id)} --role mentor --cohort ${shellWord(cohort)}`,
  });
}

/** `load`: mentees they have now; `seats`: places that were said. `what`: of their parts in the cohort. */
export function changedReport(
  person: Who,
  own: OwnChanges,
  what: readonly FieldChange[],
  {
    cohort,
    load,
    seats,
    dryRun,
  }: {
    readonly cohort: string;
    readonly load: number;
    readonly seats: number | undefined;
    readonly dryRun: boolean;
  },
): Report {
  const changes = [...own.what, ...what];
  const same = changes.length === 0;
  return {
    schema: 'mentorctl/person-change@1',
    blocks: [
      prose(
        same
          ? `${nameAndId(person)} is so already; nothing was changed.`
          : `${dryRun ? 'Would change' : 'Changed'} ${nameAndId(person)} in ${cohort}: ${changeWords(changes)}.`,
      ),
      ...overfull(load, seats),
      nextStep(
        `mentorctl person show ${shellWord(person.id)}`,
        same || dryRun ? '' : 'or take it back with mentorctl data undo',
      ),
    ],
    json: { cohort, id: person.id, name: own.patch.name ?? person.name, changes, dryRun },
  };
}

function overfull(load: number, seats: number | undefined): Block[] {
  if (seats === undefined || load <= seats) return [];
  const more = load - seats;
  const text = `They have ${counted(load, 'mentee')} now, ${more} more than that; nobody was moved. Pairs end with mentorctl pair end.`;
  return [prose(text)];
}

interface EndedPair {
  readonly pair: number;
  readonly mentor: Who;
  readonly mentee: Who;
}

/** `roles`: those in which they are in the cohort; `changed`: those that are different now. `ended`: pairs that ended with it. */
export function partReport(
  word: 'withdraw' | 'return',
  person: Who,
  {
    cohort,
    roles,
    changed,
    ended,
    day,
    dryRun,
  }: {
    readonly cohort: string;
    readonly roles: readonly string[];
    readonly changed: readonly string[];
    readonly ended: readonly EndedPair[];
    readonly day: CivilDate;
    readonly dryRun: boolean;
  },
): Report {
  const leaves = word === 'withdraw';
  const waiting = ended.filter(({ mentor }) => mentor.id === person.id).length;
  const as = roles.join(' and ');
  const said = leaves
    ? `${dryRun ? 'Would withdraw' : 'Withdrew'} ${nameAndId(person)}, ${as}, from ${cohort}${ended.length === 0 ? '; no pair of theirs stood' : `, and ${dryRun ? 'end' : 'ended'} ${ended.length === 1 ? 'a pair' : `${ended.length} pairs`} on ${formatDate(day)}`}.`
    : `${nameAndId(person)} ${dryRun ? 'would take' : 'takes'} part in ${cohort} again, as ${as}. Ended pairs stay ended: mentorctl pair reopen brings one back.`;
  const same = changed.length === 0;
  const name = shellWord(cohort);
  return {
    schema: `mentorctl/person-${word}@1`,
    blocks: [
      prose(
        same ? `${nameAndId(person)} ${leaves ? 'has withdrawn' : 'takes part'} already; nothing was changed.` : said,
      ),
      nextStep(
        !leaves || waiting > 0 ? `mentorctl rematch --cohort ${name}` : `mentorctl status --cohort ${name}`,
        same || dryRun
          ? ''
          : waiting > 0
            ? `finds another mentor for ${waiting === 1 ? 'the mentee' : `the ${waiting} mentees`} left behind`
            : 'or take it back with mentorctl data undo',
      ),
    ],
    json: { cohort, id: person.id, name: person.name, roles: changed, ended, dryRun },
  };
}

/** The same thing said differently of the two. `where` e.g. `enrolment, fall`. */
export interface MergeConflict {
  readonly where: string;
  readonly what: string;
  readonly kept: string;
  readonly gone: string;
}

/** Throws Failure where both are one record already. */
export function mustBeTwo(kept: { readonly key: number } & Who, gone: { readonly key: number }): void {
  if (kept.key !== gone.key) return;
  const message = `both are ${nameAndId(kept)} already`;
  throw new Failure('usage', { code: 'same-person', message, hint: 'Name two records, by id or e-mail.' });
}

export function contradiction(conflicts: readonly MergeConflict[], kept: string, gone: string): Failure {
  return new Failure('bad-data', {
    code: 'merge-conflict',
    message: `the two records contradict each other in ${conflicts.length === 1 ? 'one place' : `${conflicts.length} places`}; nothing was merged`,
    hint: `Say whose word counts: --prefer ${kept} or --prefer ${gone}. What stands between the two must be ended or taken out first.`,
    issues: conflicts.map((one) => ({
      code: 'merge-conflict',
      severity: 'error',
      where: { source: one.where },
      message: `${one.where}: ${one.what} is ${one.kept} for ${kept}, ${one.gone} for ${gone}`,
    })),
  });
}

/** `moved`: rows by table; `joined`: rows that both had. */
export function mergedReport(
  kept: Who,
  gone: Who,
  { moved, joined }: { readonly moved: Readonly<Record<string, number>>; readonly joined: number },
  dryRun: boolean,
): Report {
  const rows = rowWords(moved);
  return {
    schema: 'mentorctl/merge@1',
    blocks: [
      prose(
        `${dryRun ? 'Would merge' : 'Merged'} ${nameAndId(gone)} into ${nameAndId(kept)}. Moved: ${rows === '' ? 'nothing' : `${rows} rows`}${joined === 0 ? '' : `; ${joined} that both had, kept once`}. ${gone.id} leads to ${kept.id} from now on.`,
      ),
      nextStep(`mentorctl person show ${kept.id}`, 'or take it back with mentorctl data undo'),
    ],
    json: { kept: idAndName(kept), gone: idAndName(gone), moved, joined, dryRun },
  };
}

/** `pair 2, meeting 14`: rows by table. */
export function rowWords(rows: Readonly<Record<string, number>>): string {
  return Object.entries(rows)
    .map(([table, n]) => `${table.replaceAll('_', ' ')} ${n}`)
    .join(', ');
}
