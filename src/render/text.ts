// A report as a terminal shows it: the main thing first, aligned columns instead of boxes, the next step last.
import { Chalk } from 'chalk';
import { isolated } from '../domain/isolate.ts';
import type { Block, Report } from '../domain/report/report.ts';
import { figureText } from './figure-text.ts';
import { safeText } from '../domain/safe-text.ts';
import { tableText } from './table-text.ts';
import { wrap } from './wrap.ts';

export interface Style {
  readonly width: number;
  readonly color: boolean;
  readonly unicode: boolean;
}

/** At most 100 columns wide, as prose reads well; ends with a line break. */
export function renderText(report: Report, style: Style): string {
  const paint = new Chalk({ level: style.color ? 1 : 0 });
  const width = Math.min(style.width, 100);
  const blocks = report.blocks.filter((part) => part.kind !== 'figure' || part.aside !== true);
  const block = (part: Block): string => {
    switch (part.kind) {
      case 'heading':
        return paint.bold(wrap(part.text, width));
      case 'prose':
        return wrap(part.text, width);
      case 'finding':
        return wrap(part.finding.sentence, width, '  ');
      case 'caution':
        return wrap(part.text, width, '  ');
      case 'table':
        return tableText(part.table, style.width, (title) => paint.bold(title));
      case 'figure':
        return figureText(part.figure, { width, unicode: style.unicode });
      case 'next':
        return safeText(`Next: ${part.command}${part.text === '' ? '' : `   ${part.text}`}`);
    }
  };
  const parts = [...(report.title === undefined ? [] : [paint.bold(safeText(report.title))]), ...blocks.map(block)];
  // A block of one line follows closely on another of its kind; tables and headings stand apart.
  let out = '';
  parts.forEach((part, index) => {
    const kind = blocks[index - (report.title === undefined ? 0 : 1)]?.kind;
    const before = blocks[index - 1 - (report.title === undefined ? 0 : 1)]?.kind;
    const apart =
      kind === 'table' ||
      before === 'table' ||
      kind === 'figure' ||
      before === 'figure' ||
      kind === 'heading' ||
      kind === 'next' ||
      (kind === 'prose' && (before === 'finding' || before === 'caution')) ||
      (kind === 'finding' && before !== 'finding');
    out += `${index > 0 && apart ? '\n' : ''}${part}\n`;
  });
  return isolated(out);
}
