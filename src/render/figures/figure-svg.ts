// A figure as SVG, the same for pages, PDF and a file of its own. One line a kind.
import { figureSentence } from '../../domain/report/figure-table.ts';
import type { Figure } from '../../domain/report/report.ts';
import { cellWords } from '../cell-words.ts';
import { barsSvg } from './bars-svg.ts';
import { flowSvg } from './flow-svg.ts';
import { intervalsSvg } from './intervals-svg.ts';
import { linesSvg } from './lines-svg.ts';
import { linksSvg } from './links-svg.ts';
import { survivalSvg } from './survival-svg.ts';
import { drawing, label, widths } from './svg.ts';

/** What stands in the picture, in a sentence: the text alternative. */
export function figureWords(figure: Figure): string {
  return figureSentence(figure, cellWords);
}

/** One whole drawing, with its title and its text alternative. `under`: a line that goes wherever the drawing goes. */
export function figureSvg(figure: Figure, under?: string, width: number = widths.wide): string {
  const { markup, height } = drawn(figure, width);
  const words = { title: figure.title, desc: figureWords(figure) };
  if (under === undefined) return drawing(figure.id, [width, height], words, markup);
  const line = label(width / 2, height + 16, under, { 'text-anchor': 'middle', 'font-weight': 'bold' });
  return drawing(figure.id, [width, height + 26], words, `${markup}${line}`);
}

function drawn(figure: Figure, width: number): { readonly markup: string; readonly height: number } {
  switch (figure.kind) {
    case 'intervals':
      return intervalsSvg(figure, width);
    case 'survival':
      return survivalSvg(figure, width);
    case 'lines':
      return linesSvg(figure, width);
    case 'bars':
      return barsSvg(figure, width);
    case 'flow':
      return flowSvg(figure, width);
    case 'links':
      return linksSvg(figure, width);
  }
}
