// Weighted criteria, a closed set: one record a kind, holding what it reads, the share 0..1 a pair earns, and the words for it.
import type { Criterion, FieldType, FieldValue, Importance, CriterionKindName } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import { alike, apart, shared, sizeOf, type Reading } from './encode.ts';
import { fold, options, words, answerWords } from '../../program/answer-words.ts';
import { choiceShare, statedShare, type Stated } from '../stated.ts';

interface KindBase {
  readonly summary: string;
  readonly takes: readonly FieldType[];
  readonly parameters: readonly ('range' | 'ideal' | 'table' | 'side' | 'then')[];
  /** One of them has to be said: without any every pair earns the same. */
  readonly needs?: readonly 'table'[];
  /** What to do where it gives every pair the same. */
  readonly remedy: (criterion: Criterion) => string;
}

/** Compares answers to fields. */
export interface FieldCriterionKind extends KindBase {
  readonly compares: 'fields';
  readonly reads: Reading;
  /** Share 0..1; both sides are present. A gap on either side earns `neutralShare`. `around`: hours of time zones. */
  readonly share: (
    mentee: number | Uint32Array,
    mentor: number | Uint32Array,
    criterion: Criterion,
    answers: { readonly mentee: FieldValue; readonly mentor: FieldValue; readonly around: boolean },
  ) => number;
  /** Of sets and words the share by how many of the `asked` the other has, where nothing else tells; both are whole numbers. */
  readonly ofShared?: (shared: number, asked: number) => number;
  /** Why, in words, from the two answers as given. */
  readonly why: (mentee: FieldValue, mentor: FieldValue, criterion: Criterion) => string;
}

/** Looks at what was stated about these two people: choices, scores. */
export interface PairCriterionKind extends KindBase {
  readonly compares: 'nothing';
  /** Whether it may say by which fields people ask for one another. */
  readonly names?: true;
  /** How explanations name it. */
  readonly name: string;
  /** What it reads of that which people stated. */
  readonly states: 'choices' | 'scores';
  /** Share 0..1, undefined where nobody stated anything, and the words for it. */
  readonly ofPair: (
    mentee: Candidate,
    mentor: Candidate,
    criterion: Criterion,
    stated: Stated,
  ) => { readonly share: number | undefined; readonly why: () => string };
}

export type CriterionKind = FieldCriterionKind | PairCriterionKind;

/** What a pair earns where an answer is missing: neither reward nor punishment. */
export const neutralShare = 0.5;

const importanceWeights = { essential: 8, high: 4, medium: 2, low: 1 } as const;

export function weightOf(importance: Importance): number {
  return typeof importance === 'number' ? importance : importanceWeights[importance];
}

const sets: readonly FieldType[] = ['set', 'category'];
const amounts: readonly FieldType[] = ['ordinal', 'number'];

const compareOther = (): string => 'Take it away, or compare another field: its weight is taken from the others.';
const takeAway = (): string => 'Take it away: its weight is taken from the others.';

const overlapShare = (met: number, asked: number): number => (asked === 0 ? neutralShare : met / asked);
const textShare = (used: number, said: number): number => (said === 0 ? neutralShare : Math.min(1, (3 * used) / said));

function shareOfSets(
  mentee: number | Uint32Array,
  mentor: number | Uint32Array,
  ofShared: (shared: number, asked: number) => number,
): number {
  if (typeof mentee !== 'object' || typeof mentor !== 'object') return 0;
  return ofShared(shared(mentee, mentor), sizeOf(mentee));
}

export const criterionKinds = {
  overlap: {
    summary: "the share of the mentee's options that the mentor has too",
    compares: 'fields',
    reads: 'set',
    takes: sets,
    parameters: [],
    remedy: compareOther,
    share: (mentee, mentor) => shareOfSets(mentee, mentor, overlapShare),
    ofShared: overlapShare,
    why: (mentee, mentor, criterion) => {
      const has = new Set(options(mentor));
      const asked = typeof mentee === 'object' ? mentee : [String(mentee)];
      const met = asked.filter((option) => has.has(fold(option)));
      return `${met.length} of ${asked.length} ${criterion.mentee}${met.length > 0 && met.length <= 3 ? `: ${met.join('; ')}` : ''}`;
    },
  },
  same: {
    summary:
      'full marks for the same answer, none for another; with mentor: name, id or email: for a mentor whom the answer names',
    compares: 'fields',
    reads: 'code',
    takes: ['category', 'ordinal', 'yes-no', 'set', 'number'],
    parameters: [],
    remedy: compareOther,
    share: (mentee, mentor) => (alike(mentee, mentor) ? 1 : 0),
    why: (mentee, mentor, criterion) => {
      const alike = options(mentee).sort().join() === options(mentor).sort().join();
      return alike
        ? `same ${criterion.mentee}: ${answerWords(mentor)}`
        : `other ${criterion.mentee}: ${answerWords(mentee)}, ${answerWords(mentor)}`;
    },
  },
  closeness: {
    summary:
      'full marks when equal, falling evenly to none at `range` apart; of a text or category: hours between time zones',
    compares: 'fields',
    reads: 'amount',
    takes: [...amounts, 'text', 'category'],
    parameters: ['range'],
    remedy: compareOther,
    share: (mentee, mentor, { range = 3 }, { around }) =>
      Math.max(0, 1 - apart(Number(mentor), Number(mentee), around) / range),
    why: (mentee, mentor, criterion) => `${criterion.mentee}: ${answerWords(mentee)} and ${answerWords(mentor)}`,
  },
  ahead: {
    summary:
      'full marks when the mentor is `ideal` ahead, falling to none `range` away from that; none when behind (level is not behind)',
    compares: 'fields',
    reads: 'amount',
    takes: amounts,
    parameters: ['ideal', 'range'],
    remedy: compareOther,
    share: (mentee, mentor, { ideal = 1, range = 3 }) => {
      const lead = Number(mentor) - Number(mentee);
      return lead < 0 && ideal > 0 ? 0 : Math.max(0, 1 - Math.abs(lead - ideal) / range);
    },
    why: (mentee, mentor, criterion) => `${criterion.mentee}: ${answerWords(mentor)} for ${answerWords(mentee)}`,
  },
  table: {
    summary: "a table of shares: mentee's answer, then mentor's answer, to 0..1; what is not in it earns none",
    compares: 'fields',
    reads: 'code',
    takes: ['category', 'ordinal', 'yes-no'],
    parameters: ['table'],
    needs: ['table'],
    // A table that never hits is mostly a matter of spelling.
    remedy: ({ table = {} }) =>
      `Its rows are ${Object.keys(table).map(fold).slice(0, 4).join(', ')}: they must be written as the answers are; see mentorctl export people.`,
    share: (_mentee, _mentor, { table = {} }, answers) => shareIn(table, answers.mentee, answers.mentor),
    why: (mentee, mentor, criterion) => `${criterion.mentee}: ${answerWords(mentee)} with ${answerWords(mentor)}`,
  },
  text: {
    summary: "the share of the mentee's meaningful words that the mentor uses too (full marks at a third)",
    compares: 'fields',
    reads: 'words',
    takes: ['text', 'category', 'set'],
    parameters: [],
    remedy: compareOther,
    share: (mentee, mentor) => shareOfSets(mentee, mentor, textShare),
    ofShared: textShare,
    why: (mentee, mentor, criterion) => {
      const used = new Set(words(mentor));
      const common = words(mentee).filter((word) => used.has(word));
      return common.length === 0
        ? `no words in common in ${criterion.mentee}`
        : `both wrote of ${common.slice(0, 4).join(', ')}`;
    },
  },
  ranked: {
    summary:
      'choices people stated, in imported lists or by name in a field (mentee: mentor wanted, then: [second choice]): the first earns full marks, who is not named none; `side` says whose',
    compares: 'nothing',
    names: true,
    name: 'choices',
    states: 'choices',
    takes: [],
    parameters: ['side', 'then'],
    remedy: takeAway,
    ofPair: (mentee, mentor, { side = 'both' }, { choices }) =>
      choiceShare(choices.get(mentee.id), choices.get(mentor.id), { mentee, mentor }, side),
  },
  scores: {
    summary: 'scores stated for pairs (imported): full marks at `range`, or at the highest score there is',
    compares: 'nothing',
    name: 'stated score',
    states: 'scores',
    takes: [],
    parameters: ['range'],
    remedy: takeAway,
    ofPair: (mentee, mentor, { range }, { scores, highest }) =>
      statedShare(scores.get(mentee.id)?.get(mentor.id), range ?? highest),
  },
} as const satisfies Record<CriterionKindName, CriterionKind>;

type ShareTable = NonNullable<Criterion['table']>;

/** Rows and columns are read as answers are: case and doubled spaces do not count, a yes-no is yes or no. */
function shareIn(table: ShareTable, mentee: FieldValue, mentor: FieldValue): number {
  return cell(cell(table, mentee), mentor) ?? 0;
}

function cell<T>(row: Readonly<Record<string, T>> | undefined, answer: FieldValue): T | undefined {
  if (row === undefined) return undefined;
  const wanted = fold(answerWords(answer));
  const exact = row[answerWords(answer)];
  if (exact !== undefined) return exact;
  return Object.entries(row).find(([key]) => {
    const word = fold(key);
    return word === wanted || (word === 'true' && wanted === 'yes') || (word === 'false' && wanted === 'no');
  })?.[1];
}

export function criterionKind(name: CriterionKindName): CriterionKind {
  return criterionKinds[name];
}
