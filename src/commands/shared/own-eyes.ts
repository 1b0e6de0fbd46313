// Pages on which nothing is hidden: who may ask for one, and that each of them says so.
import { onOff } from '../../cli/options.ts';
import type { Program } from '../../domain/program/program.ts';
import type { Report } from '../../domain/report/report.ts';
import { calledRetained } from '../../domain/reports/called-retained.ts';
import { sayLeftOut } from '../../domain/reports/not-counted.ts';
import { forOwnEyes, ownEyesWords } from '../../domain/reports/own-eyes.ts';
import type { Context } from './context.ts';

/** Hides nothing, and says so on the page. */
export const ownEyesOption = () =>
  onOff('--for-own-eyes', 'hide no small group, on a page that is not to be passed on');

/** From how many people on a group is shown: everybody, on a page for the office's own eyes. */
export function leastShown(options: { readonly forOwnEyes?: boolean }, { reports }: Program): number {
  return options.forOwnEyes === true ? 1 : reports.minCell;
}

/**
 * In a table for a script a column says that it is not to be passed on; sentences are told beside it. `left`: who is not
 * counted, and why; empty for nobody.
 */
export async function showPage(context: Context, report: Report, minCell: number, left = ''): Promise<void> {
  const csv = context.settings.format.value === 'csv';
  if (minCell <= 1 && csv) context.note(ownEyesWords);
  if (left !== '' && csv) context.note(left);
  const { reports } = (await context.program()).program;
  await context.show(forOwnEyes(sayLeftOut(calledRetained(report, reports.retained), left), minCell));
}
