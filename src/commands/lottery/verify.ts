// mentorctl lottery verify: every draw of a cohort drawn again from its record and compared, person by person.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { checkDraw } from '../../domain/lottery/check-draw.ts';
import { prose, caution } from '../../domain/report/blocks.ts';
import type { Block, Cell } from '../../domain/report/report.ts';
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
    const items = [];
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
    const blocks = items.flatMap(({ lottery, seed, entrants, drawn, holds, differences }): Block[] => [
      prose(
        holds
          ? `Lottery ${lottery} holds: drawn again with seed ${seed}, the same ${drawn} of ${entrants} mentees come out.`
          : `Lottery ${lottery} does not hold: the lots of ${differences.length} of ${entrants} mentees are not those seed ${seed} gives.`,
      ),
      ...differences.slice(0, 20).map((text): Block => caution(text)),
    ]);
    await context.show({
      schema: 'mentorctl/lottery-verify@1',
      blocks: blocks.length > 0 ? blocks : [prose(`There was no lottery for ${cohort.name}.`)],
      csv: {
        id: 'lotteries',
        title: '',
        columns: ['lottery', 'places', 'seed', 'entrants', 'drawn', 'holds'].map((id) => ({ id, title: id })),
        rows: items.map(({ lottery, places, seed, entrants, drawn, holds }): Cell[] => [
          ...[lottery, places, seed, entrants, drawn].map((value): Cell => ({ kind: 'count', value })),
          { kind: 'text', text: holds ? 'yes' : 'no' },
        ]),
      },
      json: { cohort: cohort.name, items },
    });
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
