// How the people analysed began: Table 1 and its figure, with the differences that weights leave.
import type { Dataset } from '../outcomes/dataset.ts';
import type { Block, Claim } from '../report/report.ts';
import type { Analysed } from './analysed.ts';
import { notAllowedFor } from './claim.ts';
import type { Comparison } from './comparison.ts';
import { startFigure } from './figures.ts';
import { inWords, spoken } from './sentences.ts';
import { startGivenAway, startTable, withheldStart } from './start-table.ts';
import { weightedStart } from './weighted.ts';

interface TableOneInput {
  readonly data: Dataset;
  readonly analysed: Analysed;
  readonly compared: readonly Comparison[];
  readonly claim: Claim;
  readonly minCell: number;
  readonly technical: boolean;
}

export function tableOne({ data, analysed, compared, claim, minCell, technical }: TableOneInput): Block[] {
  const { mask, adjusted, outcome } = analysed;
  const starts = analysed.starts.filter(({ differences }) => differences.length > 0);
  const alone = analysed.starts.filter((one) => !starts.includes(one)).map(({ field }) => spoken(field.name));
  const oneSided: Block[] =
    alone.length === 0
      ? []
      : [
          {
            kind: 'prose',
            text: `Known of one group alone, or of too few, and so not compared at the start: ${alone.join(', ')}.`,
          },
        ];
  if (starts.length === 0) return oneSided;
  const weighted = weightedStarts(data, analysed, compared);
  const given = startGivenAway(data, mask, starts, minCell);
  const of = inWords(outcome.label);
  return [
    {
      kind: 'table',
      table: startTable({ data, mask, starts, adjusted, claim, of, minCell, technical, weighted, given }),
    },
    {
      kind: 'figure',
      figure: startFigure(
        starts.flatMap((one) => one.differences.filter(({ group }) => !withheldStart(one, group, minCell, given))),
        weighted,
      ),
    },
    ...oneSided,
  ];
}

/** By measure and mentored group; undefined where nothing was weighted. */
function weightedStarts(
  data: Dataset,
  { outcome, starts }: Analysed,
  compared: readonly Comparison[],
): ReadonlyMap<string, ReadonlyMap<string, number>> | undefined {
  const own = compared.filter((one) => one.outcome === outcome && one.weights !== undefined);
  if (own.length === 0) return undefined;
  return new Map(
    starts.map(({ field, differences }) => [
      field.name,
      new Map(
        own.flatMap(({ own: { label }, weights }): [string, number][] => {
          const level = differences.find(({ group }) => group === label)?.level ?? -1;
          const group = data.groups.labels.indexOf(label);
          const found = weights === undefined ? undefined : weightedStart(field, level, data, group, weights);
          return found === undefined ? [] : [[label, found]];
        }),
      ),
    ]),
  );
}

/** What differed at the start and is not allowed for, by name; `remedy`: the flag that allows for it, if there is one. */
export function openLines({ starts, adjusted, claim }: Analysed, remedy: string | undefined): string[] {
  if (claim.level === 0 || claim.level === 1) return [];
  const all = starts.flatMap(({ differences }) => differences);
  const names = (some: readonly { readonly measure: string }[]): string =>
    [...new Set(some.map(({ measure }) => spoken(measure)))].join(', ');
  const apart = all.filter(({ band }) => band === 'apart');
  const open = notAllowedFor(all, adjusted);
  return [
    ...(apart.length === 0
      ? []
      : [
          `Far apart at the start in ${names(apart)}${claim.level === 4 ? ': chance alone did that' : '. No allowance makes up for that'}.`,
        ]),
    ...(open.length === 0
      ? []
      : [
          `Not allowed for, though the groups differed in it at the start: ${names(open)}. ${
            remedy !== undefined && apart.length === 0 ? `What is measured can be allowed for: ${remedy}. ` : ''
          }"adjust-for" under "reports:" in mentorctl.yaml adds to what is allowed for.`,
        ]),
  ];
}
