// What needs attention today, most urgent first, each with the command that acts on it.
import { daysBetween, type CivilDate } from '../civil-date.ts';

export interface StatusPair {
  readonly mentee: { readonly id: string; readonly name: string };
  readonly mentor: { readonly id: string; readonly name: string };
  readonly started: CivilDate;
  /** Days they met, ascending. */
  readonly met: readonly CivilDate[];
}

export interface StatusInput {
  readonly cohort: string;
  readonly asOf: CivilDate;
  readonly pairs: readonly StatusPair[];
  readonly unpairedMentees: number;
  readonly draftRun?: number;
  readonly openFlags: readonly { readonly person: string; readonly about: string; readonly raised: CivilDate }[];
}

export interface StatusItem {
  readonly kind: 'never-met' | 'silent-90' | 'silent-30' | 'open-flags' | 'unpaired' | 'draft-run';
  readonly urgency: 'now' | 'soon';
  readonly who: readonly string[];
  readonly since: string | null;
  readonly text: string;
  readonly command: string;
}

/** First meeting by day 14 and monthly after: MENTOR, Elements of Effective Practice, standard 5. 90 days: propose closing. */
const firstMeetingDays = 14;
const silentDays = 30;
const closeDays = 90;

export function statusItems(input: StatusInput): StatusItem[] {
  const { asOf, pairs, cohort } = input;
  const silence = (pair: StatusPair): number => daysBetween(pair.met.at(-1) ?? pair.started, asOf);
  const never = pairs.filter((pair) => pair.met.length === 0 && silence(pair) > firstMeetingDays);
  const lost = pairs.filter((pair) => pair.met.length > 0 && silence(pair) >= closeDays);
  const quiet = pairs.filter((pair) => pair.met.length > 0 && silence(pair) >= silentDays && silence(pair) < closeDays);
  const overdue = input.openFlags.filter(({ raised }) => daysBetween(raised, asOf) > 14);
  const who = (some: readonly StatusPair[]): string[] => some.map(({ mentee }) => mentee.id);
  const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
  const list = `mentorctl pair list --cohort ${cohort}`;
  const items: (StatusItem & { readonly there: boolean })[] = [
    {
      there: overdue.length > 0,
      kind: 'open-flags',
      urgency: 'now',
      who: overdue.map(({ person }) => person),
      since: overdue.map(({ raised }) => raised).sort()[0] ?? null,
      text: `${count(overdue.length, 'flag', 'flags')} open for more than 14 days: ${overdue
        .slice(0, 3)
        .map(({ person, about }) => `${person} (${about})`)
        .join(', ')}${overdue.length > 3 ? ', ...' : ''}`,
      command: `mentorctl status --cohort ${cohort} --json`,
    },
    {
      there: never.length > 0,
      kind: 'never-met',
      urgency: 'now',
      who: who(never),
      since: never.map(({ started }) => started).sort()[0] ?? null,
      text: `${count(never.length, 'pair', 'pairs')} never met, more than ${firstMeetingDays} days after pairing`,
      command: list,
    },
    {
      there: lost.length > 0,
      kind: 'silent-90',
      urgency: 'now',
      who: who(lost),
      since: null,
      text: `${count(lost.length, 'pair', 'pairs')} silent for ${closeDays} days or more: ask whether to close`,
      command: list,
    },
    {
      there: quiet.length > 0,
      kind: 'silent-30',
      urgency: 'soon',
      who: who(quiet),
      since: null,
      text: `${count(quiet.length, 'pair', 'pairs')} silent for ${silentDays} days or more`,
      command: list,
    },
    {
      there: input.draftRun !== undefined,
      kind: 'draft-run',
      urgency: 'soon',
      who: [],
      since: null,
      text: `run ${input.draftRun ?? 0} waits to be accepted`,
      command: `mentorctl pair accept --run ${input.draftRun ?? 0} --all`,
    },
    {
      there: input.unpairedMentees > 0 && input.draftRun === undefined,
      kind: 'unpaired',
      urgency: 'soon',
      who: [],
      since: null,
      text: `${count(input.unpairedMentees, 'mentee has', 'mentees have')} no mentor`,
      command: `mentorctl match --cohort ${cohort}`,
    },
  ];
  return items.filter(({ there }) => there).map(({ there: _there, ...item }) => item);
}
