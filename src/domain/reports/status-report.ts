// What status says: where the cohort stands, and what needs attention today.
import { daysBetween, formatDate, parseIsoDate, type CivilDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { meetingsByWeek, type EndedPair, type LivingPair } from '../engagement/cohort-life.ts';
import { nextStep, prose, tableBlock } from '../report/blocks.ts';
import type { Block, Report } from '../report/report.ts';
import { tableOf, text, wrapped } from '../report/table-of.ts';
import { sparkline } from './sparkline.ts';
import type { StatusItem } from './status.ts';

const weeksShown = 12;

export interface StatusFacts {
  readonly cohort: { readonly name: string; readonly starts: string | null; readonly ends: string | null };
  readonly asOf: CivilDate;
  /** How many take part. */
  readonly mentors: number;
  readonly mentees: number;
  readonly standing: readonly LivingPair[];
  readonly ended: readonly EndedPair[];
  readonly items: readonly StatusItem[];
  /** Of mentors who have mentees in other cohorts. */
  readonly elsewhere: readonly string[];
  /** Whether letters beyond ASCII can be shown. */
  readonly unicode: boolean;
}

export function statusReport(facts: StatusFacts): Report {
  const { cohort, asOf, standing, ended, items, elsewhere } = facts;
  const closed = { planned: 0, 'goals-met': 0, premature: 0 };
  for (const { closing } of ended) closed[closing]++;
  const counts = {
    mentors: facts.mentors,
    mentees: facts.mentees,
    pairs: standing.length,
    met: standing.filter((pair) => pair.met.length > 0).length,
    meetings: standing.reduce((sum, pair) => sum + pair.met.length, 0),
    closed: { planned: closed.planned, goalsMet: closed['goals-met'], premature: closed.premature },
  };
  const { planned, goalsMet, premature } = counts.closed;
  const over = `Ended: ${planned} as planned, ${goalsMet} with their goals met early, ${premature} before their time.`;
  const weeks = meetingsByWeek(standing, asOf, weeksShown);
  const quiet = weeks.length < 2 || weeks.every((count) => count === 0);
  const line = `Meetings a week  ${weeks.join(' ')}${facts.unicode ? `   ${sparkline(weeks)}` : ''}`;
  return {
    schema: 'mentorctl/status@1',
    csvTable: 'status',
    blocks: [
      prose(headline(cohort, counts, asOf)),
      ...(ended.length === 0 ? [] : [prose(over)]),
      ...elsewhere.map(prose),
      itemBlock(items),
      ...(quiet ? [] : [prose(line)]),
    ],
    json: { asOf, cohort: cohort.name, ...counts, meetingsByWeek: weeks, items },
  };
}

/** Where there is no database yet. */
export function nothingHere(asOf: CivilDate): Report {
  return {
    schema: 'mentorctl/status@1',
    blocks: [
      prose(
        'There is no program here yet. A program is a folder with mentorctl.yaml (the rules) and mentorctl.db (the people and what happened). Both are made by the first import.',
      ),
      nextStep('mentorctl import people.csv --cohort fall', 'or, to look around first, mentorctl demo'),
    ],
    json: { asOf, items: [] },
  };
}

/** `word`: an urgency, a kind, `soon` for what is due now as well, or `any`. */
export function failsOn({ kind, urgency }: StatusItem, word: string): boolean {
  if (word === 'any') return true;
  if (word === 'soon') return urgency !== 'data';
  return word === urgency || word === kind;
}

function headline(
  cohort: StatusFacts['cohort'],
  {
    mentors,
    mentees,
    pairs,
    met,
    meetings,
  }: Readonly<Record<'mentors' | 'mentees' | 'pairs' | 'met' | 'meetings', number>>,
  asOf: CivilDate,
): string {
  const per =
    pairs === 0 ? '' : `, ${counted(met, 'has', 'have')} met, ${(meetings / pairs).toFixed(1)} meetings a pair`;
  return `${cohort.name}${weekOf(cohort, asOf)}: ${mentors} mentors, ${mentees} mentees, ${pairs} pairs${per}. As of ${formatDate(asOf)}.`;
}

function weekOf({ starts, ends }: StatusFacts['cohort'], asOf: CivilDate): string {
  const [from, to] = [parseIsoDate(starts ?? ''), parseIsoDate(ends ?? '')];
  if (from === undefined || daysBetween(from, asOf) < 0 || (to !== undefined && daysBetween(to, asOf) > 0)) return '';
  const week = (day: CivilDate): number => Math.floor(daysBetween(from, day) / 7) + 1;
  return `, week ${week(asOf)}${to === undefined ? '' : ` of ${week(to)}`}`;
}

function itemBlock(items: readonly StatusItem[]): Block {
  if (items.length === 0) return prose('Nothing needs attention.');
  const words = { now: 'Now', soon: 'Soon', data: 'Data' } as const;
  return tableBlock(
    tableOf({ id: 'status', title: '' }, items, [
      [{ id: 'urgency', title: '' }, ({ urgency }) => text(words[urgency])],
      [wrapped('what', ''), (item) => text(item.text)],
      [{ id: 'command', title: '' }, ({ command }) => text(command)],
    ]),
  );
}
