// A report as the source text of a Typst document. People's words stand in string literals: none of them can be markup.
import type { Block, Cell, Column, Figure, Report, Table } from '../../domain/report/report.ts';
import { safeText } from '../../domain/safe-text.ts';
import { cellWords, whyOf } from '../cell-words.ts';
import { figureSvg, figureWords } from '../figures/figure-svg.ts';

/** `paper`: `a4` or `us-letter`. Title, contents where there are several chapters, tables with their heads on every page. */
export function typstSource(report: Report, paper: 'a4' | 'us-letter' = 'a4', footer: readonly string[] = []): string {
  const title = report.title ?? report.schema.replace(/^mentorctl\/|@\d+$/g, '').replaceAll('-', ' ');
  const headings = report.blocks.filter(({ kind }) => kind === 'heading').length;
  return [
    `#set document(title: ${literal(title)})`,
    '#set text(lang: "en", size: 10pt, font: "Libertinus Serif", number-type: "lining")',
    `#set page(paper: "${paper}", margin: (x: 22mm, y: 20mm), numbering: "1 / 1"${report.everywhere === undefined ? '' : `, header: align(center, strong(text(size: 9pt, ${literal(report.everywhere)})))`})`,
    '#set par(justify: false, leading: 0.62em, spacing: 0.95em)',
    '#show heading.where(level: 1): set text(size: 17pt)',
    '#show heading.where(level: 2): set text(size: 12.5pt)',
    '#show heading: set block(above: 1.6em, below: 0.8em)',
    '#show figure.where(kind: table): set block(breakable: true)',
    '#show figure.where(kind: image): set block(breakable: false)',
    '#show figure: set align(left)',
    '#show figure.caption: set align(left)',
    '#show figure.caption: it => strong(it.body)',
    '#set figure.caption(position: top)',
    '#show table: set text(size: 8.5pt)',
    '#set table(stroke: (x, y) => (bottom: if y == 0 { 0.7pt } else { 0.3pt + luma(190) }), inset: (x: 4pt, y: 3.2pt))',
    '#show table.cell.where(y: 0): strong',
    `#heading(level: 1, ${literal(title)})`,
    ...(headings >= 6 ? ['#outline(title: none, depth: 2)'] : []),
    ...report.blocks.map((block, at) => blockSource(block, report.blocks[at - 1])),
    ...(footer.length === 0 ? [] : ['#v(1em)', `#text(size: 8.5pt, ${literal(footer.join('\n'))})`]),
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

function blockSource(block: Block, before: Block | undefined): string {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: 2, ${literal(block.text)})`;
    case 'prose': {
      const paragraphs = block.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => `#par(${literal(line)})`);
      return /^What this can/.test(block.text) && before?.kind !== 'prose'
        ? `#block(fill: luma(243), inset: 9pt, radius: 2pt, width: 100%)[${paragraphs.join('\n')}]`
        : paragraphs.join('\n\n');
    }
    case 'finding':
      return `#block(inset: (left: 8pt), stroke: (left: 1.5pt))[#par(text(size: 11pt, ${literal(block.finding.sentence)}))]`;
    case 'caution':
      return `#block(inset: (left: 8pt), stroke: (left: (thickness: 1pt, dash: "dotted")))[#par(${literal(block.text)})]`;
    case 'table':
      return tableSource(block.table);
    case 'figure':
      return figureSource(block.figure);
    case 'next':
      return '';
  }
}

function figureSource(figure: Figure): string {
  const svg = figureSvg(figure);
  return `#figure(image(bytes(${literal(svg, false)}), format: "svg", width: 100%, alt: ${literal(figureWords(figure))}), caption: ${content(figure.title)}, kind: image, supplement: none, numbering: none)`;
}

function tableSource(table: Table): string {
  const { columns, rows, title, id } = table;
  const notes = [...whyOf(table), ...(table.note === undefined ? [] : [table.note])].map(
    (note) => `#par(text(size: 8.5pt, fill: luma(70), ${literal(note)}))`,
  );
  const name = title === '' ? id.replaceAll('-', ' ') : title;
  if (rows.length === 0) return [`#par(${literal(`${name}: none`)})`, ...notes].join('\n\n');
  const head = columns.map(({ title: heading }) => content(heading)).join(', ');
  const body = rows.map((row) => row.map((cell) => content(wordsOf(cell))).join(', '));
  const align = columns.map(({ align: side }) => (side === 'right' ? 'right' : 'left')).join(', ');
  const drawn = `#figure(align(left, table(columns: (${columns.map(widthOf).join(', ')},), align: (${align},), table.header(${head}), ${body.join(', ')})), caption: ${content(name)}, kind: table, supplement: none, numbering: none)`;
  return [drawn, ...notes].join('\n\n');
}

/** Columns of numbers take what they need; those of words share the rest. */
function widthOf({ align, wrap }: Column): string {
  return align === 'right' ? 'auto' : wrap === true ? '2fr' : 'auto';
}

function wordsOf(cell: Cell): string {
  return cell.kind === 'missing' ? '–' : cellWords(cell);
}

function content(words: string): string {
  return `[#${literal(words)}]`;
}

/** A Typst string. `safe`: control characters made visible. */
export function literal(words: string, safe = true): string {
  const text = safe ? safeText(words) : words;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
