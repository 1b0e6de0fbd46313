// Which survey a file holds the answers to, where no column and no flag says it: its name does.
import { surveyNames } from '../instruments/shipped.ts';
import type { SurveyPlan } from '../program/engagement.ts';

/**
 * `belonging-pre-2026.csv` -> belonging and pre; a name without a known survey in it stands for itself. `own`: names of the
 * admin's own instruments.
 */
export function surveyOfFile(
  file: string,
  planned: readonly SurveyPlan[],
  said: { readonly instrument?: string; readonly wave?: string },
  own: Iterable<string> = [],
): { readonly instrument: string; readonly wave: string | undefined } {
  const name = file.replace(/\.\w+$/, '').toLowerCase();
  // The longest first: `belonging-here` is not `belonging`.
  const mine = [...own].sort((a, b) => b.length - a.length);
  const known = [...mine, ...planned.map(({ instrument }) => instrument), ...surveyNames];
  const plain = name.replace(/^survey[-_ ]+/, '');
  const words = name.split(/[^\p{L}\p{N}]+/u);
  const instrument = said.instrument ?? known.find((word) => name.includes(word.toLowerCase())) ?? plain;
  return { instrument, wave: said.wave ?? words.find((word) => /^(pre|mid|post|then)$/.test(word)) };
}
