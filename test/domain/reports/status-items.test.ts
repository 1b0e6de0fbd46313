// If these fail, a pair that never met is noticed a day late or nagged a day early, or status names a command that does not act on it.
import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDate, type CivilDate } from '../../../src/domain/civil-date.ts';
import { surveysDue } from '../../../src/domain/engagement/surveys-due.ts';
import type { LivingPair, LivingPerson } from '../../../src/domain/engagement/cohort-life.ts';
import { standardEngagement } from '../../../src/domain/program/engagement.ts';
import { statusItems, type StatusInput, type StatusItem } from '../../../src/domain/reports/status.ts';

const day = (text: string): CivilDate => {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};
const paired = day('2026-09-01');
const person = (id: string, key = Number(id.slice(1))): LivingPerson => ({ key, id, name: `Name of ${id}` });
const pair = (met: readonly CivilDate[] = [], mentee = person('S1'), mentor = person('M9')): LivingPair => ({
  pair: 1,
  mentor,
  mentee,
  started: paired,
  met,
  parts: [],
});

function items(asOf: CivilDate, more: Partial<StatusInput> = {}): StatusItem[] {
  return statusItems({
    cohort: 'fall',
    typed: (word) => (word.includes(' ') ? `"${word}"` : word),
    asOf,
    limits: standardEngagement,
    mostSeats: 8,
    ends: undefined,
    pairs: [],
    ended: [],
    mentees: [],
    mentors: [],
    draftRun: undefined,
    flags: [],
    surveys: [],
    missing: [],
    ...more,
  });
}

/** What is said `days` after the pair was made. */
const after = (days: number, more: Partial<StatusInput>): string[] =>
  items(addDays(paired, days), more).map(({ kind }) => kind);

describe('statusItems', () => {
  it('gives a pair fourteen whole days for its first meeting', () => {
    expect(after(14, { pairs: [pair()] })).toEqual([]);
    expect(after(15, { pairs: [pair()] })).toEqual(['never-met']);
    expect(after(15, { pairs: [pair([addDays(paired, 14)])] })).toEqual([]);
  });

  it('watches silence from the 30th day and proposes closing from the 90th', () => {
    const met = { pairs: [pair([paired])] };
    expect(after(29, met)).toEqual([]);
    expect(after(30, met)).toEqual(['silent']);
    expect(after(89, met)).toEqual(['silent']);
    expect(after(90, met)).toEqual(['silent-close']);
    const limits = { ...standardEngagement, firstMeetingDays: 7, silentDays: 10, closeDays: 20 };
    expect(after(10, { ...met, limits })).toEqual(['silent']);
    expect(after(20, { ...met, limits })).toEqual(['silent-close']);
    expect(after(8, { pairs: [pair()], limits })).toEqual(['never-met']);
  });

  it('calls a flag overdue after fourteen days', () => {
    const flags = [{ flag: 3, person: person('S1'), about: 'exams', raised: paired }];
    expect(after(14, { flags })).toEqual(['flags-open']);
    expect(after(15, { flags })).toEqual(['flags-overdue']);
    expect(items(addDays(paired, 15), { flags })[0]?.command).toBe('mentorctl record flag resolve 3');
  });

  it('counts a survey from the day it falls due', () => {
    const plan = { instrument: 'belonging', wave: 'mid-term', day: 30, who: 'mentee' } as const;
    const due = (days: number, answered: readonly string[] = []): StatusItem[] => {
      const asOf = addDays(paired, days);
      return items(asOf, { surveys: surveysDue([plan], [pair([asOf])], new Set(answered), asOf) });
    };
    expect(due(29)).toEqual([]);
    expect(due(30).map(({ kind, who, since }) => [kind, who, since])).toEqual([
      ['surveys-due', ['S1'], addDays(paired, 30)],
    ]);
    expect(due(30, ['1,belonging,mid-term'])).toEqual([]);
  });

  it('says that pairs stand past their time, from the day after it, and nothing else of them', () => {
    const pairs = [pair()];
    const ends = addDays(paired, 20);
    expect(after(20, { pairs, ends })).toEqual(['never-met']);
    expect(after(21, { pairs, ends })).toEqual(['past-end']);
    expect(after(365, { pairs })).toEqual(['never-met']);
    const [over] = items(addDays(paired, 366), { pairs });
    expect(over).toMatchObject({
      kind: 'past-end',
      since: addDays(paired, 365),
      command: 'mentorctl cohort close fall',
    });
    // Where others are still in their time, the cohort is not to be closed.
    const later = { ...pair([], person('S2')), started: addDays(paired, 360) };
    const [some] = items(addDays(paired, 366), { pairs: [...pairs, later] });
    expect(some).toMatchObject({ who: ['S1'], command: 'mentorctl pair list --past-end --cohort fall' });
  });

  it('sends whoever has too many to a rematch, and looks at those above what anybody may have', () => {
    const pairs = ['S1', 'S2'].map((id) => pair([paired], person(id)));
    const mentor = (id: string, seats: number): StatusInput['mentors'][number] => ({ ...person(id), seats });
    const command = (seats: number, mostSeats: number): string | undefined =>
      items(paired, { pairs, mentors: [mentor('M9', seats)], mostSeats })[0]?.command;
    expect(command(2, 8)).toBeUndefined();
    expect(command(1, 8)).toBe('mentorctl rematch --cohort fall --dry-run');
    expect(command(3, 1)).toBe('mentorctl pair list --cohort fall --person M9');
  });

  it('puts what is most urgent first, and writes names as they are typed', () => {
    const flags = [{ flag: 3, person: person('S1'), about: 'exams', raised: addDays(paired, -30) }];
    const missing = [{ measure: 'gpa fall', when: '', without: ['S1'], of: 2 }];
    const all = items(addDays(paired, 40), {
      flags,
      missing,
      draftRun: 4,
      pairs: [pair(), pair([paired], person('S2')), pair([paired], person('S3'))],
    });
    expect(all.map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual([
      'flags-overdue now',
      'never-met now',
      'silent soon',
      'draft-run soon',
      'missing-data data',
    ]);
    expect(all.at(-1)?.command).toBe('mentorctl person list --missing "gpa fall" --cohort fall');
  });
});
