// A figure as SVG, the same for pages, PDF and a file of its own. One line a kind.
import { figureSentence } from '../../domain/report/figure-table.ts';
import type { Figure } from '../../domain/report/report.ts';
import { cellWords } from '../cell-words.ts';
import { barsSvg } from './bars-svg.ts';
import { flowSvg } from './flow-svg.ts';
import { intervalsSvg } from './intervals-svg.ts';
import { linesSvg } from './lines-svg.ts';
import { survivalSvg } from './survival-svg.ts';
import { drawing } from './svg.ts';

/** What stands in the picture, in a sentence: the text alternative. */
export function figureWords(figure: Figure): string {
  return figureSentence(figure, cellWords);
}

/** One whole drawing, with its title and its text alternative. */
export function figureSvg(figure: Figure): string {
  const { markup, height } = drawn(figure);
  return drawing(figure.id, height, { title: figure.title, desc: figureWords(figure) }, markup);
}

function drawn(figure: Figure): { readonly markup: string; readonly height: number } {
  switch (figure.kind) {
    case 'intervals':
      return intervalsSvg(figure);
    case 'survival':
      return survivalSvg(figure);
    case 'lines':
      return linesSvg(figure);
    case 'bars':
      return barsSvg(figure);
    case 'flow':
      return flowSvg(figure);
  }
}
