// A review in words: one proposal with both people side by side, why, and what else there is; and the list of them all.
import { people } from '../../report/table-columns.ts';
import type { Candidate } from '../candidate.ts';
import type { FieldValue, Program } from '../../program/program.ts';
import type { Block, Cell, Table } from '../../report/report.ts';
import type { Choice, ReviewCard } from './review-table.ts';
import { answerWords } from '../../program/answer-words.ts';

const text = (words: string): Cell => ({ kind: 'text', text: words });
const person = ({ id, name }: Candidate): Cell => ({ kind: 'person', id, name });
const points = (score: number): number => Math.round(score / 10);
const called = ({ id, name }: Candidate): string => (name === id ? id : `${name} (${id})`);

/** The lead alone, or the lead and those she leads a circle with. */
export function mentorNames(mentors: readonly Candidate[]): string {
  return mentors.map(called).join(' with ');
}

/** Everything a coordinator looks at before deciding. `taken`: mentees the mentor has, and is proposed beside this one. */
export function cardBlocks(
  card: ReviewCard,
  choices: readonly Choice[],
  program: Program,
  at: { readonly number: number; readonly of: number; readonly taken: number },
): Block[] {
  const { mentee, mentors, score } = card;
  const heading = `${at.number} of ${at.of}: ${called(mentee)} with ${mentorNames(mentors)}, fit ${points(score)} of 100`;
  const blocks: Block[] = [
    { kind: 'heading', text: heading },
    { kind: 'table', table: sidesTable(card, program, at.taken) },
    { kind: 'table', table: partsTable(card) },
    { kind: 'prose', text: rankWords(card) },
  ];
  blocks.push(
    choices.length === 0
      ? { kind: 'prose', text: 'Nobody else is open to them now.' }
      : { kind: 'table', table: choicesTable(choices) },
  );
  return blocks;
}

/** What the choice does to the whole, in points of 100: `loses 7`, `gains 2`, `no change`. */
export function costWords({ cost, placed }: Choice): string {
  const amount = Math.abs(cost) / 10;
  const said = cost === 0 ? 'no change' : `${cost > 0 ? 'loses' : 'gains'} ${Number(amount.toFixed(1))}`;
  if (placed === 0) return said;
  const has = Math.abs(placed) === 1 ? 'has' : 'have';
  if (placed > 0) return `${placed} more ${has} a mentor`;
  return `${said}, and ${-placed} fewer ${has} a mentor`;
}

/** Who else would have to move: `Lior Cohen to Rita Stone (71 -> 55)`. */
export function othersWords({ others }: Choice, most = 3): string {
  const listed = others.slice(0, most).map(({ mentee, to, before, after }) => {
    if (to === undefined) return `${mentee.name} would have nobody`;
    return `${mentee.name} to ${to.name} (${points(before)} -> ${points(after)})`;
  });
  if (others.length > most) listed.push(`and ${others.length - most} more`);
  return listed.join('; ');
}

export function choiceLabel(choice: Choice): string {
  const others = othersWords(choice, 2);
  return `${mentorNames(choice.mentors)}, fit ${points(choice.score)}; the whole: ${costWords(choice)}${others === '' ? '' : `; ${others}`}`;
}

/** Every open proposal in a table, for a look without deciding. */
export function listTable(
  items: readonly { readonly card: ReviewCard; readonly choices: readonly Choice[] | undefined }[],
): Table {
  return {
    id: 'open',
    title: 'Still to decide, least sure first',
    columns: [
      people('mentee'),
      people('mentor'),
      { id: 'fit', title: 'fit', align: 'right' },
      { id: 'otherwise', title: 'next best; the whole', wrap: true },
    ],
    rows: items.map(({ card, choices }) => [
      person(card.mentee),
      person(card.mentors[0]!),
      { kind: 'count', value: points(card.score) },
      text(nextWords(choices)),
    ]),
  };
}

function nextWords(choices: readonly Choice[] | undefined): string {
  if (choices === undefined) return '';
  const [next] = choices;
  return next === undefined
    ? 'nobody else'
    : `${next.mentors[0]?.name ?? ''} ${points(next.score)}, ${costWords(next)}`;
}

function sidesTable({ mentee, mentors }: ReviewCard, program: Program, taken: number): Table {
  const [mentor] = mentors;
  const used = [...program.rules, ...program.criteria].flatMap((one) => [one.mentee, one.mentor]);
  const names = [...new Set([...used, ...program.fields.map(({ name }) => name)])].filter(
    (name) => mentee.fields[name] !== undefined || mentor?.fields[name] !== undefined,
  );
  const rows = names
    .slice(0, 10)
    .map((name) => [text(name), text(answer(mentee.fields[name])), text(answer(mentor?.fields[name]))]);
  const places = `${mentor?.seats ?? 0}, ${taken === 0 ? 'none' : taken} taken besides`;
  return {
    id: 'sides',
    title: '',
    columns: [
      { id: 'field', title: '' },
      { id: 'mentee', title: mentee.name, wrap: true },
      { id: 'mentor', title: mentor?.name ?? '', wrap: true },
    ],
    rows: [...rows, [text('places'), text(''), text(places)]],
  };
}

function partsTable({ score, parts }: ReviewCard): Table {
  return {
    id: 'parts',
    title: `Why ${points(score)}`,
    columns: [
      { id: 'points', title: 'points', align: 'right' },
      { id: 'of', title: 'of', align: 'right' },
      { id: 'why', title: '', wrap: true },
    ],
    rows: [...parts]
      .sort((a, b) => b.of - b.points - (a.of - a.points))
      .map((part) => [
        { kind: 'count', value: points(part.points) },
        { kind: 'count', value: points(part.of) },
        text(part.why),
      ]),
  };
}

function choicesTable(choices: readonly Choice[]): Table {
  return {
    id: 'otherwise',
    title: 'Instead',
    columns: [
      { id: 'mentor', title: 'mentor' },
      { id: 'fit', title: 'fit', align: 'right' },
      { id: 'whole', title: 'the whole' },
      { id: 'others', title: 'who else moves', wrap: true },
    ],
    rows: choices.map((choice) => [
      text(mentorNames(choice.mentors)),
      { kind: 'count', value: points(choice.score) },
      text(costWords(choice)),
      text(choice.others.length === 0 ? 'nobody' : othersWords(choice)),
    ]),
  };
}

function rankWords({ mentee, mentors: [mentor], rank, open }: ReviewCard): string {
  if (open <= 1) return `${mentor?.name ?? ''} is the only mentor open to ${mentee.name}.`;
  const place = ['first', 'second', 'third'][rank - 1] ?? `number ${rank}`;
  return `${mentor?.name ?? ''} is ${place} of the ${open} mentors open to ${mentee.name}.`;
}

function answer(value: FieldValue | undefined): string {
  return value === undefined ? '-' : answerWords(value);
}
