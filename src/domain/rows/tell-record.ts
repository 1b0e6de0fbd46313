// What a row of each kind of record says: a meeting, answers, a goal, a flag, a score, a choice, a pair.
import { oneLine } from '../cells/one-line.ts';
import { isGap } from '../cells/gaps.ts';
import { readAnswer } from '../cells/answers.ts';
import { mostMinutes } from '../cells/minutes.ts';
import { readNumber } from '../cells/numbers.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { leavesOpen } from '../program/any-words.ts';
import { itemFinder } from '../instruments/survey-items.ts';
import type { SourceRow } from '../cells/source-row.ts';
import {
  decisions,
  type Decision,
  type PairRow,
  type RecordKind,
  type RecordOptions,
  type RecordRow,
  type RowReading,
  type Told,
} from './record-kinds.ts';

type Teller = (reading: RowReading, row: SourceRow, columns: readonly ColumnMeaning[], options: RecordOptions) => Told;

/** How a row of each kind of file becomes records. */
export const tellers: Readonly<Record<RecordKind, Teller>> = {
  meetings: ({ person, day, minutes: minutesMet, words, complain }) => {
    const [mentorId, menteeId, on] = [person('mentor'), person('mentee'), day('date')];
    const minutes = minutesMet();
    if (minutes === undefined) return {};
    if (minutes !== null && (minutes < 0 || minutes > mostMinutes))
      complain('minutes', 'a meeting lasts 0 to 1440 minutes');
    else if (on === null) complain('date', 'a meeting needs its day');
    else if (mentorId !== undefined && mentorId === menteeId)
      complain('mentee', 'the mentor and the mentee are the same person');
    else if (mentorId !== undefined && menteeId !== undefined && on !== undefined) {
      const said = { mode: words('mode'), topic: words('topic'), notes: words('notes'), reflection: words('text') };
      return { records: [{ mentorId, menteeId, day: on, minutes, ...said }] };
    }
    return {};
  },
  survey: ({ person, words, raw, complain, say }, row, columns, { survey }) => {
    const personId = person('id', 'email');
    const wave = words('wave') ?? survey.wave;
    if (wave === undefined)
      complain('wave', 'which wave is this: pre, mid, post or then?', 'Say it for the whole file with --wave pre.');
    if (personId === undefined || wave === undefined) return {};
    const instrument = words('instrument')?.toLowerCase() ?? survey.instrument;
    const known = survey.known.get(instrument.toLowerCase());
    const itemOf = known === undefined ? (heading: string) => heading : itemFinder(known.instrument);
    const { min = -Infinity, max = Infinity } = known?.instrument ?? {};
    const base = {
      personId,
      instrument: known?.instrument.id ?? instrument,
      wave: wave.toLowerCase(),
      version: known?.version ?? null,
    };
    const records: RecordRow[] = [];
    let items = 0;
    // One row a question, whose wording stands in a column of its own.
    const asked = words('item');
    if (asked !== null) {
      const item = itemOf(asked);
      const answer = readAnswer(raw('value'));
      if (item !== undefined) {
        items++;
        if (answer === undefined) {
          if (raw('value') !== '') complain('value', 'neither a number nor on a scale of agreement');
        } else if (answer < min || answer > max) complain('value', `answers here go from ${min} to ${max}`);
        else records.push({ ...base, item, answer });
      }
    }
    for (const { meaning, index, heading } of asked === null ? columns : []) {
      const item = meaning.is === 'item' ? itemOf(meaning.item) : undefined;
      if (item === undefined) continue;
      items++;
      const text = oneLine(row.cells[index] ?? '');
      const answer = readAnswer(text);
      if (answer === undefined) continue;
      if (answer < min || answer > max) say(heading, text, `answers here go from ${min} to ${max}`);
      else records.push({ ...base, item, answer });
    }
    if (known !== undefined && items === 0)
      complain(
        'instrument',
        `no column is an item of ${known.instrument.id}`,
        'Items are known by their wording, their name, or Q1, Q2; look the instrument over and import it again.',
      );
    return { records };
  },
  goals: (reading) => {
    const told = about(reading, 'reached');
    if (told === undefined) return {};
    const { personId, text, on, closed } = told;
    return { records: [{ personId, goal: text, setOn: on, reachedOn: closed }] };
  },
  flags: (reading) => {
    const told = about(reading, 'resolved');
    if (told === undefined) return {};
    const { personId, text, on, closed } = told;
    return {
      records: [{ personId, about: text, raisedOn: on, raisedBy: reading.words('raised-by'), resolvedOn: closed }],
    };
  },
  scores: ({ person, raw, complain }) => {
    const [mentorId, menteeId] = [person('mentor'), person('mentee')];
    const score = readNumber(raw('score'), 'point');
    if (score === undefined) complain('score', 'not a number');
    if (score === undefined || mentorId === undefined || menteeId === undefined) return {};
    if (mentorId !== menteeId) return { records: [{ mentorId, menteeId, score }] };
    complain('mentee', 'the mentor and the mentee are the same person');
    return {};
  },
  preferences: ({ line, person, personIn, several, raw, complain }, row, columns, { mentors }) => {
    const personId = person('person');
    if (personId === undefined) return {};
    const likelier = (key: number): boolean => mentors.has(key) !== mentors.has(personId);
    const ranked = columns.some(({ meaning }) => meaning.is === 'target' && meaning.target === 'rank');
    const chooses = columns.some(({ meaning }) => meaning.is === 'target' && meaning.target === 'other');
    // Without ranks whoever is named first is the first choice; nobody named is no wish.
    if (chooses && !ranked) {
      const others = raw('other') === '' || leavesOpen(raw('other')) ? [] : (several('other', likelier) ?? []);
      if (others.includes(personId)) complain('other', 'nobody can choose themselves');
      return {
        records: others.filter((one) => one !== personId).map((otherId, at) => ({ personId, otherId, choice: at + 1 })),
      };
    }
    const named = columns.flatMap(({ meaning, index, heading }) => {
      const text = oneLine(row.cells[index] ?? '');
      if (meaning.is === 'choice') {
        if (isGap(text) || leavesOpen(text)) return [];
        const several = meaning.rank === 0 ? text.split(/[;,]/).map((part) => part.trim()) : [text];
        return several.map((one) => ({ rank: meaning.rank, text: one, heading }));
      }
      return meaning.is === 'target' && meaning.target === 'other'
        ? [{ rank: rankOf(raw('rank')), text, heading }]
        : [];
    });
    const records: RecordRow[] = [];
    const pairs: PairRow[] = [];
    for (const { rank, text, heading } of named) {
      if (rank === undefined) {
        complain('rank', 'not a rank', 'Write 1 for the first choice, or "never" to keep the two apart.');
        continue;
      }
      const otherId = personIn(text, heading, likelier);
      if (otherId === undefined) continue;
      if (otherId === personId) complain('person', 'nobody can choose themselves');
      else if (rank > 0) records.push({ personId, otherId, choice: rank });
      else {
        const [mentor, mentee] =
          mentors.has(personId) && !mentors.has(otherId) ? [personId, otherId] : [otherId, personId];
        pairs.push({ line, mentor, mentee, decision: 'block', reason: 'asked not to be paired', day: null });
      }
    }
    return { records, pairs };
  },
  pairs: ({ line, several, raw, words, day, complain }) => {
    const [mentors, mentees, on] = [several('mentor'), several('mentee'), day('date')];
    const decision = decisionOf(raw('decision'));
    if (decision === undefined) {
      complain('decision', 'not a decision', `Known: accept, decline, never again, pin, block, or empty.`);
      return {};
    }
    if (mentors === undefined || mentees === undefined || on === undefined) return {};
    const pairs = mentors.flatMap((mentor) =>
      mentees.map((mentee) => ({ line, mentor, mentee, decision, reason: words('reason'), day: on })),
    );
    if (pairs.every(({ mentor, mentee }) => mentor !== mentee)) return { pairs };
    complain('mentee', 'the mentor and the mentee are the same person');
    return {};
  },
};

/** Goals and flags: whose, what, since when, and until when. */
function about(
  { person, words, day, complain }: RowReading,
  end: 'reached' | 'resolved',
): { personId: number; text: string; on: string; closed: string | null } | undefined {
  const [personId, on, text, closed] = [person('person', 'id', 'email'), day('date'), words('text'), day(end)];
  if (on === null) complain('date', 'this must not be empty');
  if (text === null) complain('text', 'this must not be empty');
  if (personId === undefined || on === undefined || on === null || text === null || closed === undefined)
    return undefined;
  return { personId, text, on, closed };
}

function rankOf(text: string): number | undefined {
  if (/^(never|block|blocked|avoid|no|not|x|conflict)$/i.test(text)) return 0;
  const rank = Number(/^(\d{1,3})(?:\.|st|nd|rd|th)?$/i.exec(text)?.[1]);
  return Number.isInteger(rank) && rank >= 1 ? rank : undefined;
}

function decisionOf(text: string): Decision | undefined {
  const word = text.toLowerCase().replaceAll('-', ' ').trim();
  if (word === '' || /^(proposed|undecided|draft|\?)$/.test(word)) return 'none';
  if (/^(accept(ed)?|yes|ok|approved?|active|y)$/.test(word)) return 'accept';
  if (/^(decline[ds]?|reject(ed)?|no|n)$/.test(word)) return 'decline';
  if (/^never( again)?$/.test(word)) return 'never again';
  return decisions.find((known) => known === word && known !== 'none');
}
