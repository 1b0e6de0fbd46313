// The options that several commands take, each described and read in one place.
import type { Option } from '@commander-js/extra-typings';
import { onOff, valueArgument, valueOption } from '../../cli/options.ts';
import { decimal, oneOf, wholeNumber, type Reader } from '../../cli/read-values.ts';
import { Failure } from '../../domain/failure.ts';
import { pairOrders } from '../../domain/matching/runs/pairs-table.ts';

/** For every command on one cohort. */
export const cohortOption = (description = 'the cohort; the only one if there is one') =>
  valueOption('--cohort <name>', description, cohortName);

/** For every command that changes something. `what`: as help says it. */
export const dryRunOption = (description = 'check and show, change nothing') => onOff('--dry-run', description);

/** For commands on one run of the cohort. */
export const runOption = (description = 'the run; the latest draft if not said') =>
  valueOption('--run <number>', description, runNumber);

/** For commands on one kept run. */
export const runArgument = (description = 'the number of a run, as match list shows it') =>
  valueArgument('<run>', description, runNumber);

/** For commands on one pair. */
export const pairOption = (description = 'the pair by its number, as pair list shows it') =>
  valueOption(
    '--pair <number>',
    description,
    wholeNumber({ hint: 'Write the number of a pair: see mentorctl pair list.' }),
  );

/** For commands on somebody in one role. */
export const roleOption = (description: string) =>
  valueOption('--role <role>', description, oneOf(['mentor', 'mentee']));

/** For every command that lists people. */
export const contactsOption = (description = 'add e-mail addresses') => onOff('--with-contacts', description);

/** For every command that lists the pairs of a run. */
export const sortOption = () => valueOption('--sort <order>', 'list every pair in this order', oneOf(pairOrders));

/** For commands with several tables. */
export const tableOption = <const T extends string>(
  tables: readonly T[],
  description = 'only this table, e.g. for --format csv',
) => valueOption('--table <id>', description, oneOf(tables));

/** For reports. Standing alone it asks which tables there are, which the context answers and no command sees. */
export const reportTableOption = () =>
  valueOption(
    '--table [id]',
    'only this table, e.g. for --format csv; alone, which tables there are',
    (text) => text,
  ) as Option<'--table <id>', undefined, undefined, string>;

/** The number of a run, as match list shows it. */
export const runNumber = wholeNumber({ hint: 'Write the number of a run: see mentorctl match list.' });

/** A fit, 0 to 100, as a score of 0 to 1000. */
export const fit: Reader<number> = (text, flag) => Math.round(10 * hundredth(text, flag));
const hundredth = decimal({ most: 100 });

/** Days without a meeting. */
export const silentDays = wholeNumber({ least: 1, hint: 'Write whole days.' });

/** A number that chance follows from. */
export const seed = wholeNumber({ most: 4294967295 });

const cohortName: Reader<string> = (text, flag) => {
  if (text.trim() !== '') return text;
  const hint = 'Give the name of a cohort: see mentorctl cohort list.';
  throw new Failure('usage', { code: 'unknown-value', message: `${flag} is empty`, hint });
};
