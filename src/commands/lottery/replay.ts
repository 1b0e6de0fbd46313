// mentorctl lottery replay: the draw again, from the record alone, so that anybody can follow who was drawn and who is next.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { wholeNumber } from '../../cli/read-values.ts';
import { checkDraw } from '../../domain/lottery/check-draw.ts';
import { lotteryReport } from '../../domain/lottery/lottery-report.ts';
import { lotteryMeant } from '../../domain/lottery/may-draw.ts';
import { lotteriesOf, recordedDraw } from '../../store/lotteries.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption } from '../shared/options.ts';

export interface ReplayOptions {
  readonly cohort?: string;
  readonly lottery?: number;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(valueOption('--lottery <number>', 'the lottery; the latest if not said', wholeNumber()))
    .addHelpText('after', '\nExample:\n  mentorctl lottery replay --cohort fall --format csv')
    .action((flags) => act(runReplay, flags));
}

export async function runReplay(options: ReplayOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const lottery = lotteryMeant(cohort.name, await lotteriesOf(store.db, cohort.id), options.lottery);
    const record = await recordedDraw(store.db, lottery);
    const { again } = checkDraw(record);
    await context.show(
      lotteryReport({
        lottery: lottery.id,
        cohort: cohort.name,
        places: lottery.places,
        seed: lottery.seed,
        strata: JSON.parse(lottery.strata) as string[],
        draw: again,
        nameOf: (id) => record.names.get(id) ?? id,
        leftOut: [],
        names: true,
        opening:
          `Lottery ${lottery.id} for ${cohort.name}, drawn again from its seed ${lottery.seed}: ` +
          `${again.drawn.length} of ${record.entrants.length} mentees drawn.`,
        next: { command: `mentorctl lottery verify --cohort ${cohort.name}`, text: 'compares it with the record' },
      }),
    );
  });
}
