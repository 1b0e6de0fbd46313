// One figure of a report as an SVG file of its own.
import { Failure } from '../../domain/failure.ts';
import type { Report } from '../../domain/report/report.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { figureSvg } from './figure-svg.ts';

/** `id`: of the figure; the only one where there is one. Throws Failure that lists them. */
export function renderFigure(report: Report, id: string | undefined): string {
  const figures = report.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
  const ids = figures.map((figure) => figure.id);
  const found = id === undefined && figures.length === 1 ? figures[0] : figures.find((figure) => figure.id === id);
  if (found !== undefined) return `${figureSvg(found, report.everywhere)}\n`;
  const none = figures.length === 0;
  throw new Failure('usage', {
    code: 'which-figure',
    message: none
      ? 'this result has no figure'
      : id === undefined
        ? 'this result has several figures'
        : `this result has no figure "${id}"`,
    hint: none
      ? 'Say --format html, pdf or text for what it has.'
      : [id === undefined ? undefined : didYouMean(id, ids), `Say which with --figure: ${ids.join(', ')}.`]
          .filter((part) => part !== undefined)
          .join(' '),
  });
}
