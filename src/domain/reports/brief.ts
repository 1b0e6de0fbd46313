// report program: one page for who decides. What the program is, how far people came, what may be said of what came of it, what it
// cost, what comes next.
import { counted } from '../count-words.ts';
import type { CostPlan } from '../program/program.ts';
import type { Block, Claim, Figure, Finding, Report } from '../report/report.ts';
import { cautionBlocks, proseBlocks, figureBlock, tableBlock } from './blocks.ts';
import { headlineFindings, headlineTable } from './headline-table.ts';
import { provenanceLine, reportDocument } from './json-document.ts';
import type { Chapter, ProgramReportInput } from './program-input.ts';
import { noClaim, programParts, type ProgramParts } from './program-report.ts';
import { grouped } from './sentences.ts';

export interface BriefInput extends ProgramReportInput {
  /** In the office's own words, where it has any. */
  readonly about: string | undefined;
  readonly next: string | undefined;
  readonly costs: CostPlan | undefined;
  /** What was found of outcomes and surveys, the most telling first. */
  readonly chapters: readonly Chapter[];
  /** Cohorts that began later, and how many mentees they have. */
  readonly later: readonly { readonly name: string; readonly mentees: number }[];
  /** The command that gives the whole. */
  readonly whole: string;
}

/** `details`: everything on record of how the program ran follows on further pages. */
export function briefReport(input: BriefInput, details: boolean): Report {
  const parts = programParts(input);
  const claim = parts.small ? noClaim : strongest(input.chapters);
  const findings = parts.small ? [] : headlineFindings(input.chapters);
  const page = briefBlocks(input, parts, claim, findings);
  const all = [...page, ...parts.details];
  return {
    schema: 'mentorctl/report-program@1',
    title: `Program in brief, ${input.cohort}`,
    blocks: [
      { kind: 'prose', text: `What this can and cannot show: ${scope(claim, input.chapters)}` },
      ...(details
        ? all
        : [...page, { kind: 'prose' as const, text: provenanceLine(claim, input.provenance, input.technical) }]),
      { kind: 'next', text: 'has all of it', command: input.whole },
    ],
    ...(details ? {} : { onePage: true }),
    json: reportDocument({ cohort: input.cohort }, input.provenance, claim, findings, all, []),
    csvTable: 'funnel',
    ...(parts.small ? { csv: parts.empty } : {}),
  };
}

function briefBlocks(input: BriefInput, parts: ProgramParts, claim: Claim, findings: readonly Finding[]): Block[] {
  const { minCell, chapters } = input;
  if (parts.small) return [...proseBlocks(input.about === undefined ? [] : [input.about]), ...parts.funnel];
  const [first] = findings;
  const picture = pictureOf(chapters);
  // One picture: where there is another, the table says how far people came.
  // The table has the targets; a sentence tells of those not met.
  const funnel = parts.funnel.filter(
    (block, at) =>
      (block.kind !== 'figure' || picture === undefined) &&
      (block.kind !== 'prose' || at === 0 || block.text.endsWith('not met.')),
  );
  return [
    { kind: 'heading', text: 'The program' },
    ...proseBlocks([[input.about, facts(input, parts)].filter((words) => words !== undefined).join(' ')]),
    ...funnel,
    { kind: 'heading', text: 'What came of it' },
    ...(first === undefined
      ? proseBlocks(['Nothing is recorded yet of what came of it: no outcomes, and no survey answered twice.'])
      : [{ kind: 'finding' as const, finding: first }, tableBlock(headlineTable(findings, minCell))]),
    ...(picture === undefined ? [] : [figureBlock(picture)]),
    { kind: 'heading', text: 'What it cost' },
    ...proseBlocks([costWords(input, parts)]),
    { kind: 'heading', text: 'What comes next' },
    ...proseBlocks([nextWords(input, claim, first)]),
    ...cautionBlocks(
      minCell > 1 ? [] : ['Small groups are shown here, since min-cell in mentorctl.yaml lets single people be seen.'],
    ),
  ];
}

function scope(claim: Claim, chapters: readonly Chapter[]): string {
  const did = 'what the program did, step by step';
  const told = chapters.find(({ report }) => claimIn(report)?.level === claim.level && claim.level > 0);
  const opening = told?.report.blocks[0];
  const words = opening?.kind === 'prose' ? opening.text.replace(/^What this can and cannot show: /, '') : undefined;
  return words === undefined
    ? `${did}. It says nothing of what mentoring brought: nobody is compared with.`
    : `${did}; and of what came of it, ${words}`;
}

function claimIn({ json }: Report): Claim | undefined {
  return json['claim'] as Claim | undefined;
}

/** Of outcomes before surveys: the first that compares, else the first that tells of a change. */
function strongest(chapters: readonly Chapter[]): Claim {
  const claims = chapters.flatMap(({ report }) => claimIn(report) ?? []);
  return claims.find(({ level }) => level >= 2) ?? claims.find(({ level }) => level === 1) ?? noClaim;
}

function facts({ life, cohort, minCell }: BriefInput, { steps }: ProgramParts): string {
  const { mentors, mentees, pairs, meetings } = life;
  const many = (n: number): boolean => n === 0 || n >= minCell;
  // Pairs tell how many had a mentor.
  const placed = steps.some(({ name, hidden }) => name === 'matched' && !hidden);
  if (!many(mentors.length) || !many(pairs.length) || !placed)
    return `${grouped(mentees.length)} mentees signed up in ${cohort}.`;
  const met = meetings.length === 0 ? 'no meeting is on record' : `they met ${grouped(meetings.length)} times`;
  return `In ${cohort} ${counted(mentors.length, 'mentor')} and ${counted(mentees.length, 'mentee')} signed up; ${counted(pairs.length, 'pair')} ${pairs.length === 1 ? 'was' : 'were'} made, and ${met}.`;
}

/** The main outcome with its ranges, else how people changed. */
function pictureOf(chapters: readonly Chapter[]): Figure | undefined {
  const figures = chapters.flatMap(({ report }) =>
    report.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : [])),
  );
  const drawn = (id: string): Figure | undefined =>
    figures.find((figure) => figure.id === id && (figure.kind !== 'intervals' || figure.rows.length > 0));
  return drawn('rates') ?? drawn('forest') ?? drawn('before-after');
}

function costWords({ costs, chapters }: BriefInput, { steps }: ProgramParts): string {
  const { money, hours, currency = 'money' } = costs ?? {};
  if (money === undefined && hours === undefined) return 'What it cost is not on record.';
  const matched = steps.find(({ name }) => name === 'matched');
  const each = [
    ...(money === undefined ? [] : [`${grouped(money)} ${currency}`]),
    ...(hours === undefined ? [] : [`${grouped(hours)} hours`]),
  ];
  const told = chapters
    .flatMap(({ report }) => report.blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : [])))
    .find((text) => text.startsWith('Mentoring one person costs'));
  const n = matched === undefined || matched.hidden ? 0 : matched.n;
  const total = [
    ...(money === undefined ? [] : [`${grouped(Math.round(money * n))} ${currency}`]),
    ...(hours === undefined ? [] : [`${grouped(Math.round(hours * n))} hours`]),
  ];
  return `${told ?? `Mentoring one person costs ${each.join(' and ')}.`}${n === 0 ? '' : ` For the ${grouped(n)} who had a mentor that is ${total.join(' and ')} in all.`}`;
}

function nextWords({ next, later, minCell }: BriefInput, claim: Claim, first: Finding | undefined): string {
  const coming = later
    .filter(({ mentees }) => mentees >= Math.max(1, minCell))
    .map(({ name, mentees }) => `${name} has begun with ${counted(mentees, 'mentee')}.`);
  return [next, ...coming.slice(0, 2), toSayMore(claim, first)].filter((words) => words !== undefined).join(' ');
}

/** What would let the next page say more. */
function toSayMore({ level, because }: Claim, first: Finding | undefined): string | undefined {
  if (level < 2)
    return 'To say what mentoring brought, people without a mentor are needed beside those with one: the same figures of those who did not join, or could not be placed.';
  const wide =
    first?.verdict === 'cannot-tell'
      ? ' With groups of this size only a large difference would have shown; several cohorts taken together show smaller ones.'
      : '';
  if (level >= 3) return wide === '' ? undefined : wide.trim();
  const why = because.at(-1) ?? '';
  const start = why.includes('not measured')
    ? 'record what was known of both groups before the start, such as earlier grades'
    : 'make both groups alike at the start, or allow for what they differed in';
  return `To say more, ${start}; where more sign up than there are places, a lottery of places is the fairest comparison.${wide}`;
}
