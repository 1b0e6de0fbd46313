// What needs attention today, most urgent first, each with the command that acts on it.
import { daysBetween, formatDate, type CivilDate } from '../civil-date.ts';
import { expectedEndOf } from '../engagement/closure.ts';
import { whoWaits } from '../engagement/who-waits.ts';
import { neverMet, silentFor, type EndedPair, type LivingPair, type LivingPerson } from '../engagement/cohort-life.ts';
import type { SurveyDue } from '../engagement/surveys-due.ts';
import type { Engagement } from '../program/engagement.ts';

export interface StatusInput {
  /** As it is typed on a command line. */
  readonly cohort: string;
  /** Any other word as it is typed there. */
  readonly typed: (word: string) => string;
  readonly asOf: CivilDate;
  readonly limits: Engagement;
  /** More mentees than this are too many for anybody. */
  readonly mostSeats: number;
  readonly ends: CivilDate | undefined;
  readonly pairs: readonly LivingPair[];
  readonly ended: readonly EndedPair[];
  /** Mentees who take part, paired or not. */
  readonly mentees: readonly LivingPerson[];
  readonly mentors: readonly (LivingPerson & { readonly seats: number })[];
  readonly draftRun: number | undefined;
  readonly flags: readonly {
    readonly flag: number;
    readonly person: LivingPerson;
    readonly about: string;
    readonly raised: CivilDate;
  }[];
  readonly surveys: readonly SurveyDue[];
  readonly missing: readonly MissingOutcome[];
}

/** An outcome that is known of some mentees, or of none though the cohort is over. */
export interface MissingOutcome {
  readonly measure: string;
  readonly when: string;
  readonly without: readonly string[];
  readonly of: number;
}

export const statusKinds = [
  'flags-overdue',
  're-place',
  'never-met',
  'silent-close',
  'flags-open',
  'silent',
  'surveys-due',
  'over-load',
  'draft-run',
  'unpaired',
  'past-end',
  'missing-data',
] as const;

export interface StatusItem {
  readonly kind: (typeof statusKinds)[number];
  readonly urgency: 'now' | 'soon' | 'data';
  /** Ids; of a pair the mentee's. */
  readonly who: readonly string[];
  readonly since: string | null;
  readonly text: string;
  readonly command: string;
}

export function statusItems(input: StatusInput): StatusItem[] {
  return [
    ...flagItems(input),
    ...pairItems(input),
    ...surveyItems(input),
    ...placeItems(input),
    ...dataItems(input),
  ].sort((a, b) => statusKinds.indexOf(a.kind) - statusKinds.indexOf(b.kind));
}

function flagItems({ flags, limits, asOf, cohort }: StatusInput): StatusItem[] {
  const overdue = flags.filter(({ raised }) => daysBetween(raised, asOf) > limits.flagDays);
  const fresh = flags.filter(({ raised }) => daysBetween(raised, asOf) <= limits.flagDays);
  const item = (kind: 'flags-overdue' | 'flags-open', some: StatusInput['flags']): StatusItem[] => {
    const [first] = [...some].sort((a, b) => (a.raised < b.raised ? -1 : 1));
    if (first === undefined) return [];
    const named = `${first.person.name}: ${first.about}`;
    const days = daysBetween(first.raised, asOf);
    const text =
      some.length === 1
        ? `1 flag open for ${count(days, 'day', 'days')} (${named})`
        : `${some.length} flags open, the longest for ${count(days, 'day', 'days')} (${named})`;
    const command =
      some.length === 1
        ? `mentorctl record flag resolve ${first.flag}`
        : `mentorctl record flag list --cohort ${cohort}`;
    return [
      {
        kind,
        urgency: kind === 'flags-overdue' ? 'now' : 'soon',
        who: some.map(({ person }) => person.id),
        since: first.raised,
        text,
        command,
      },
    ];
  };
  return [...item('flags-overdue', overdue), ...item('flags-open', fresh)];
}

function pairItems({ pairs: all, limits, asOf, cohort, ends }: StatusInput): StatusItem[] {
  const { firstMeetingDays, silentDays, closeDays, lengthDays } = limits;
  const isOver = ({ started }: LivingPair): boolean =>
    daysBetween(expectedEndOf(started, ends ?? null, limits), asOf) > 0;
  const [over, pairs] = [all.filter(isOver), all.filter((pair) => !isOver(pair))];
  const never = pairs.filter((pair) => neverMet(pair, asOf, firstMeetingDays));
  const lost = pairs.filter((pair) => silentFor(pair, asOf, closeDays));
  const quiet = pairs.filter((pair) => silentFor(pair, asOf, silentDays) && !silentFor(pair, asOf, closeDays));
  const items: StatusItem[] = [];
  const add = (some: readonly LivingPair[], since: string | null, item: Omit<StatusItem, 'who' | 'since'>): void => {
    if (some.length > 0) items.push({ ...item, who: some.map(({ mentee }) => mentee.id), since });
  };
  const firstEnd = over.map(({ started }) => expectedEndOf(started, ends ?? null, limits)).sort()[0] ?? null;
  add(over, firstEnd, {
    kind: 'past-end',
    urgency: 'soon',
    text: `${count(over.length, 'pair stands', 'pairs stand')} past ${ends === undefined ? `the ${lengthDays} days that were planned` : `the planned end, ${formatDate(ends)}`}`,
    command:
      pairs.length === 0 ? `mentorctl cohort close ${cohort}` : `mentorctl pair list --past-end --cohort ${cohort}`,
  });
  const longest = never.map(({ started }) => started).sort()[0] ?? null;
  add(never, longest, {
    kind: 'never-met',
    urgency: 'now',
    text: `${count(never.length, 'pair', 'pairs')} never met, ${longest === null ? '' : `up to ${daysBetween(longest, asOf)} days`} after pairing`,
    command: `mentorctl export reminders --never-met --cohort ${cohort}`,
  });
  add(lost, lastMet(lost), {
    kind: 'silent-close',
    urgency: 'now',
    text: `${count(lost.length, 'pair', 'pairs')} silent for ${closeDays} days or more: ask, and close in 7 days`,
    command: `mentorctl pair list --silent ${closeDays} --cohort ${cohort}`,
  });
  add(quiet, lastMet(quiet), {
    kind: 'silent',
    urgency: 'soon',
    text: `${count(quiet.length, 'pair', 'pairs')} silent for ${silentDays} days or more`,
    command: `mentorctl pair list --silent --cohort ${cohort}`,
  });
  return items;
}

function surveyItems({ surveys, cohort }: StatusInput): StatusItem[] {
  return surveys.flatMap(({ plan, asked, waiting }): StatusItem[] => {
    const since = waiting.map(({ due }) => due).sort()[0];
    if (since === undefined) return [];
    return [
      {
        kind: 'surveys-due',
        urgency: 'soon',
        who: waiting.map(({ person }) => person.id),
        since,
        text: `${plan.instrument} survey (${plan.wave}): ${asked - waiting.length} of ${asked} answered, due since ${formatDate(since)}`,
        command: `mentorctl export surveys-due --cohort ${cohort}`,
      },
    ];
  });
}

function placeItems({ pairs, ended, mentees, mentors, mostSeats, draftRun, cohort, typed }: StatusInput): StatusItem[] {
  const { never: waiting, lost } = whoWaits(mentees, pairs, ended);
  const last = new Map(ended.map((pair) => [pair.mentee.id, pair]));
  const load = new Map<string, number>();
  for (const { mentor } of pairs) load.set(mentor.id, (load.get(mentor.id) ?? 0) + 1);
  const over = mentors.filter(({ id, seats }) => (load.get(id) ?? 0) > Math.min(seats, mostSeats));
  const items: StatusItem[] = [];
  const add = (there: boolean, item: StatusItem): void => {
    if (there) items.push(item);
  };
  const since = lost.flatMap(({ id }) => last.get(id)?.ended ?? []).sort()[0] ?? null;
  add(lost.length > 0, {
    kind: 're-place',
    urgency: 'now',
    who: lost.map(({ id }) => id),
    since,
    text: `${count(lost.length, 'mentee', 'mentees')} lost a mentor and ${lost.length === 1 ? 'waits' : 'wait'} for another: ${few(lost)}`,
    command: `mentorctl rematch --cohort ${cohort}`,
  });
  const [first] = over;
  // A rematch gives whom a mentor cannot keep to somebody with room, and shows it before it does.
  const tooMany = over.some(({ id, seats }) => (load.get(id) ?? 0) > seats);
  add(over.length > 0, {
    kind: 'over-load',
    urgency: 'soon',
    who: over.map(({ id }) => id),
    since: null,
    text: `${count(over.length, 'mentor has', 'mentors have')} more mentees than places: ${few(over)}`,
    command: tooMany
      ? `mentorctl rematch --cohort ${cohort} --dry-run`
      : `mentorctl pair list --cohort ${cohort}${over.length === 1 && first !== undefined ? ` --person ${typed(first.id)}` : ''}`,
  });
  add(draftRun !== undefined, {
    kind: 'draft-run',
    urgency: 'soon',
    who: [],
    since: null,
    text: `run ${draftRun ?? 0} waits to be accepted`,
    command: `mentorctl pair accept --run ${draftRun ?? 0} --all --cohort ${cohort}`,
  });
  add(waiting.length > 0 && draftRun === undefined, {
    kind: 'unpaired',
    urgency: 'soon',
    who: waiting.map(({ id }) => id),
    since: null,
    text: `${count(waiting.length, 'mentee has', 'mentees have')} no mentor yet`,
    command: `mentorctl match --cohort ${cohort}`,
  });
  return items;
}

function dataItems({ missing, cohort, typed }: StatusInput): StatusItem[] {
  return missing.map(({ measure, when, without, of }) => ({
    kind: 'missing-data',
    urgency: 'data',
    who: without,
    since: null,
    text: `${measure}${when === '' || when === measure ? '' : `, ${when},`} missing for ${without.length} of ${of} mentees`,
    command: `mentorctl person list --missing ${typed(measure)} --cohort ${cohort}`,
  }));
}

function lastMet(pairs: readonly LivingPair[]): string | null {
  return pairs.flatMap(({ met }) => met.at(-1) ?? []).sort()[0] ?? null;
}

function few(people: readonly LivingPerson[]): string {
  const named = people.slice(0, 3).map(({ name }) => name);
  return people.length > named.length
    ? `${named.join(', ')}, and ${people.length - named.length} more`
    : named.join(', ');
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
