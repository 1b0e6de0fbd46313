// What an import may write to the program file, and how it says so: rules and criteria only while nobody has changed the proposal.
import type { Proposal } from '../columns/propose-criteria.ts';
import { counted } from '../count-words.ts';
import { Failure } from '../failure.ts';
import type { Program } from '../program/program.ts';

type Standing = Pick<Program, 'rules' | 'criteria'>;

/** Whether what stands in the file is what was last proposed. `before`: that, as it was kept; `isNew`: there is no file yet. */
export function isUntouched(
  { rules, criteria }: Standing,
  proposal: Proposal,
  before: string | undefined,
  isNew: boolean,
): boolean {
  if (isNew) return true;
  // A new cohort of which only the mentors are here would take away what the last one proposed.
  const fewer = proposal.rules.length + proposal.criteria.length < rules.length + criteria.length;
  return !fewer && canonical([rules, criteria]) === canonical(JSON.parse(before ?? '[[],[]]'));
}

/** As it is kept, to be compared with what stands later. */
export function proposalKept({ rules, criteria }: Proposal): string {
  return JSON.stringify([rules, criteria]);
}

/** `fields`, `measures`: how many there are in a new file. */
export function programSaid(
  { rules, criteria }: Standing,
  proposal: Proposal,
  {
    isNew,
    untouched,
    fields,
    measures,
    dryRun,
  }: {
    readonly isNew: boolean;
    readonly untouched: boolean;
    readonly fields: number;
    readonly measures: number;
    readonly dryRun: boolean;
  },
): string {
  const would = dryRun ? 'Would write' : 'Wrote';
  if (isNew)
    return `${would} mentorctl.yaml${firstWords(fields, measures, proposal)}. Look it over and change what you like.`;
  const proposed = proposedWords(proposal);
  const differs = canonical([proposal.rules, proposal.criteria]) !== canonical([rules, criteria]);
  const news = untouched && proposed !== '' && differs ? `; it now proposes ${proposed}` : '';
  return `${would} to mentorctl.yaml what is new in this file${news}.`;
}

/** The same text for the same rules, in whatever order their keys stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [two]) => (one < two ? -1 : 1)))
      : part,
  );
}

/** Of whom was the first between the file and the database nothing is known yet. */
export function programChanged(): Failure {
  return new Failure('busy', {
    code: 'program-changed',
    message: 'mentorctl.yaml was changed while this file was being imported; nothing was imported',
    where: { source: 'mentorctl.yaml' },
    hint: 'Import it again: it is then read with the program as it is now.',
  });
}

/** `: 2 fields, 1 rule and 3 criteria proposed`; nothing where there is nothing. */
function firstWords(fields: number, measures: number, proposal: Proposal): string {
  const proposed = proposedWords(proposal);
  const parts = [
    fields === 0 ? '' : counted(fields, 'field'),
    measures === 0 ? '' : counted(measures, 'measure'),
    proposed === '' ? '' : `${proposed} proposed`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function proposedWords({ rules, criteria }: Proposal): string {
  return [
    rules.length === 0 ? '' : counted(rules.length, 'rule'),
    criteria.length === 0 ? '' : counted(criteria.length, 'criterion', 'criteria'),
  ]
    .filter(Boolean)
    .join(' and ');
}
