// report retention by everybody's own clock: how many are still here so long after their own start, however long each was followed.
import type { Block, Report } from '../../report/report.ts';
import { cautionBlocks } from '../blocks.ts';
import { comparison } from '../page.ts';
import { upper } from '../sentences.ts';
import { differenceWords, ownClockFindings } from './compare-at.ts';
import { ownClockFound, type OwnClockInput } from './own-clock-found.ts';
import { ownCurveBlocks, ownCurveTests } from './own-curve.ts';
import { ownClockCautions, ownFlowBlocks } from './own-flow.ts';

export function ownClockReport(input: OwnClockInput): Report {
  const found = ownClockFound(input);
  const findings = ownClockFindings(found);
  const word = input.persistence ? 'persistence' : 'retention';
  return {
    schema: 'mentorctl/report-retention@1',
    title: `${upper(word)}, ${input.cohort}, from the own start`,
    ...comparison(input.event === undefined ? 'how many stayed' : `when ${input.event} came`, input.data.groups, {
      head: { cohort: input.cohort, measure: word, clock: 'own' },
      claim: found.claim,
      findings,
      body: [
        ...findings.map((finding): Block => ({ kind: 'finding', finding })),
        ...cautionBlocks(ownClockCautions(found)),
        ...ownFlowBlocks(found),
        ...ownCurveBlocks(found),
        ...ownCurveTests(found),
      ],
      method: methodOf(input),
      technical: input.technical,
      provenance: input.provenance,
    }),
    csvTable: found.shown ? 'survival' : 'flow',
  };
}

function methodOf({ strata, event, persistence }: OwnClockInput): string[] {
  const transfer = persistence
    ? 'A transfer to another institution ends the following and is no leaving.'
    : 'Transfer to another institution counts as having left.';
  return [
    `Groups as assigned. Everybody is followed from their own start to the day they left or the day the file knows of, whichever is first.${event === undefined ? ` ${transfer} A degree ends the following and is no leaving.` : ` Leaving ends the following; ${event} is what is waited for.`} Curves: Kaplan and Meier (1958), Greenwood (1926), log-log limits; ties: on one day leaving comes before the end of following. Differences: ${differenceWords(strata.length > 0)}.`,
  ];
}
