// What became of the choices and scores people stated: who has whom she chose, and what is on file but counts for nothing.
import { counted } from '../../count-words.ts';
import type { Program } from '../../program/program.ts';
import type { Run } from '../run.ts';
import { nothingStated, type Stated } from '../stated.ts';
import { criterionKind } from '../scoring/criterion-kinds.ts';

/** Mentees who stated choices: those who have their first, another of theirs, somebody else or nobody. */
export interface ChoicesMet {
  readonly stated: number;
  readonly first: number;
  readonly other: number;
  readonly elsewhere: number;
  readonly nobody: number;
}

type Answer = Pick<Run, 'pairs' | 'unmatched'>;

/** Undefined where no mentee of the run stated any. */
export function choicesMet({ pairs, unmatched }: Answer, { choices }: Stated = nothingStated): ChoicesMet | undefined {
  const best = new Map<string, number>();
  for (const { mentee, mentor } of pairs) {
    const list = choices.get(mentee.id);
    if (list !== undefined)
      best.set(mentee.id, Math.min(best.get(mentee.id) ?? Infinity, list.get(mentor.id) ?? Infinity));
  }
  const placed = [...best.values()];
  const first = placed.filter((choice) => choice === 1).length;
  const other = placed.filter((choice) => choice > 1 && choice < Infinity).length;
  const nobody = unmatched.filter(({ mentee }) => choices.has(mentee.id)).length;
  const stated = placed.length + nobody;
  return stated === 0 ? undefined : { stated, first, other, elsewhere: placed.length - first - other, nobody };
}

export function metWords({ stated, first, other, elsewhere, nobody }: ChoicesMet): string {
  const parts = [
    `${counted(first, 'has', 'have')} their first choice`,
    ...(other > 0 ? [`${other} another of theirs`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} somebody they did not name`] : []),
    ...(nobody > 0 ? [`${nobody} nobody`] : []),
  ];
  return `Of ${counted(stated, 'mentee')} who stated choices ${parts.join(', ')}.`;
}

/** Who ordered the other side by a list of her own in a stable run, and what was done for the others. */
export function listsWords(
  { pairs, unmatched }: Answer,
  mentors: readonly string[],
  { choices }: Stated = nothingStated,
): string {
  const mentees = new Set([...pairs, ...unmatched].map(({ mentee }) => mentee.id));
  const listed = (ids: Iterable<string>): number => [...ids].filter((id) => choices.has(id)).length;
  const [asking, asked] = [listed(mentees), listed(mentors)];
  if (asking + asked === 0) return 'by fit, since nobody stated choices';
  const all = asking === mentees.size && asked === mentors.length;
  return `by the choices of ${asking} of ${mentees.size} mentees and ${asked} of ${mentors.length} mentors${all ? '' : '; where none were stated, by fit'}`;
}

/** Statements on file that neither a criterion nor the method reads; one sentence each, with what would make them count. */
export function unreadStated(
  { criteria, matching }: Pick<Program, 'criteria' | 'matching'>,
  { choices, scores }: Stated = nothingStated,
): { readonly kind: 'ranked' | 'scores'; readonly finding: string; readonly remedy: string }[] {
  const reads = (what: 'choices' | 'scores'): boolean =>
    criteria.some(({ kind }) => {
      const record = criterionKind(kind);
      return record.compares === 'nothing' && record.states === what;
    });
  const people = counted(choices.size, 'person', 'people');
  const pairs = [...scores.values()].reduce((sum, row) => sum + row.size, 0);
  return [
    ...(choices.size > 0 && !reads('choices') && matching.method !== 'stable' && matching.firstChoices !== true
      ? [
          {
            kind: 'ranked' as const,
            finding: `the choices of ${people} are on file and count for nothing`,
            remedy:
              'Add {kind: ranked} to criteria in mentorctl.yaml, or match with --first-choices or --method stable.',
          },
        ]
      : []),
    ...(pairs > 0 && !reads('scores')
      ? [
          {
            kind: 'scores' as const,
            finding: `the scores stated for ${pairs.toLocaleString('en-US')} ${pairs === 1 ? 'pair' : 'pairs'} are on file and count for nothing`,
            remedy: 'Add {kind: scores} to criteria in mentorctl.yaml.',
          },
        ]
      : []),
  ];
}
