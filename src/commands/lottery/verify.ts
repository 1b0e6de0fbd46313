// mentorctl lottery verify: every draw of a cohort drawn again from its record and compared, person by person.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { checkDraw } from '../../domain/lottery/check-draw.ts';
import { drawsReport, type CheckedDraw } from '../../domain/lottery/draws-report.ts';
import { lotteriesOf, recordedDraw } from '../../store/lotteries.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption } from '../shared/options.ts';

export interface VerifyOptions {
  readonly cohort?: string;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addHelpText('after', '\nExample:\n  mentorctl lottery verify --cohort fall')
    .action((flags) => act(runVerify, flags));
}

export async function runVerify(options: VerifyOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const lotteries = await lotteriesOf(store.db, cohort.id);
    const items: CheckedDraw[] = [];
    for (const lottery of lotteries) {
      const record = await recordedDraw(store.db, lottery);
      const { again, differences } = checkDraw(record);
      items.push({
        lottery: lottery.id,
        at: lottery.at,
        places: lottery.places,
        seed: lottery.seed,
        strata: JSON.parse(lottery.strata) as string[],
        entrants: record.entrants.length,
        drawn: again.drawn.length,
        holds: differences.length === 0,
        differences,
      });
    }
    await context.show(drawsReport(cohort.name, items));
    const broken = items.filter(({ holds }) => !holds);
    if (broken.length > 0) {
      throw new Failure('no', {
        code: 'lottery-changed',
        message: `the record of ${broken.length === 1 ? 'a lottery' : `${broken.length} lotteries`} was changed after the draw`,
        hint: 'mentorctl data log shows who changed what.',
      });
    }
  });
}
