// Whether enough others answered for a comparison; without them a report is of its own people alone.
import type { Grouping } from '../outcomes/dataset.ts';
import type { Resolved } from './resolve-survey.ts';
import { comparedWaves } from './survey-people.ts';
import { waveScores } from './survey-wave.ts';

export interface Compared {
  readonly groups: Grouping;
  /** Said where others were asked for, or a few answered. */
  readonly noComparison: string | undefined;
}

/** `others`: what they are called when it is said that they are too few; `wanted`: they were asked for. */
export function enoughToCompare(
  groups: Grouping,
  resolved: Resolved | undefined,
  minCell: number,
  { others, wanted }: { readonly others: string; readonly wanted: boolean },
): Compared {
  const after = comparedWaves(resolved?.waves ?? []).after;
  const size = groups.codes.length;
  const scores = resolved === undefined || after === undefined ? [] : waveScores(resolved.instrument, after, size);
  const known = scores.filter((score, row) => groups.codes[row] === groups.mentored && !Number.isNaN(score)).length;
  if (known >= minCell) return { groups, noComparison: undefined };
  return {
    groups: {
      ...groups,
      labels: groups.labels.slice(0, groups.mentored),
      codes: groups.codes.map((code) => (code >= groups.mentored ? -1 : code)),
    },
    noComparison:
      wanted || known > 0 ? `Nobody is compared with: fewer than ${minCell} ${others} answered afterwards.` : undefined,
  };
}
