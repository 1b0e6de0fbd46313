// A report as the source text of a Typst document. People's words stand in string literals: none of them can be markup.
import type { Block, Cell, Column, Figure, Report, Table } from '../../domain/report/report.ts';
import { footLines, type Letterhead, type Logo } from '../../domain/report/letterhead.ts';
import { safeLines } from '../../domain/safe-text.ts';
import { cellWords, whyOf } from '../cell-words.ts';
import { figureSvg, figureWords } from '../figures/figure-svg.ts';

interface Setting {
  readonly letterhead?: Letterhead | undefined;
  /** Of the text, in points. */
  readonly size: number;
}

/** Title, contents where there are several chapters, tables with their heads on every page. */
export function typstSource(report: Report, { letterhead, size }: Setting): string {
  const footer = letterhead === undefined ? [] : footLines(letterhead);
  const tight = report.onePage === true;
  const title = report.title ?? report.schema.replace(/^mentorctl\/|@\d+$/g, '').replaceAll('-', ' ');
  const headings = report.blocks.filter(({ kind }) => kind === 'heading').length;
  return [
    `#set document(title: ${literal(title)})`,
    `#set text(lang: "en", size: ${size}pt, font: "Libertinus Serif", number-type: "lining")`,
    `#set page(paper: "${letterhead?.paper ?? 'a4'}", margin: (x: ${tight ? 18 : 22}mm, y: ${tight ? 14 : 20}mm), numbering: ${tight || report.apart === true ? 'none' : '"1 / 1"'}${report.everywhere === undefined ? '' : `, header: align(center, strong(text(size: 9pt, ${literal(report.everywhere)})))`})`,
    `#set par(justify: false, leading: ${tight ? 0.55 : 0.62}em, spacing: ${tight ? 0.8 : 0.95}em)`,
    '#show heading.where(level: 1): set text(size: 1.21em)',
    '#show heading.where(level: 2): set text(size: 1.04em)',
    `#show heading: set block(above: ${tight ? 1.1 : 1.6}em, below: ${tight ? 0.6 : 0.8}em)`,
    ...(tight ? ['#show figure: set block(spacing: 0.9em)'] : []),
    '#show figure.where(kind: table): set block(breakable: true)',
    '#show figure.where(kind: image): set block(breakable: false)',
    '#show figure: set align(left)',
    '#show figure.caption: set align(left)',
    '#show figure.caption: it => strong(it.body)',
    '#set figure.caption(position: top)',
    '#show table: set text(size: 0.85em)',
    '#set table(stroke: (x, y) => (bottom: if y == 0 { 0.7pt } else { 0.3pt + luma(190) }), inset: (x: 4pt, y: 3.2pt))',
    '#show table.cell.where(y: 0): strong',
    ...markOf(letterhead),
    ...(report.apart === true ? ['#show heading.where(level: 2): it => pagebreak(weak: true) + it'] : []),
    `#heading(level: 1, ${literal(title)})`,
    ...(headings >= 6 && !tight && report.apart !== true ? ['#outline(title: none, depth: 2)'] : []),
    ...report.blocks.map((block, at) => blockSource(block, report.blocks[at - 1], tight)),
    ...(footer.length === 0 || report.apart === true
      ? []
      : [tight ? '' : '#v(1em)', `#text(size: 0.85em, ${literal(footer.join(tight ? ' · ' : '\n'))})`]),
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

/** Where the set document finds the office's mark. */
export function logoPath({ type }: Logo): string {
  return type === 'image/png' ? '/logo.png' : '/logo.svg';
}

/** The office's mark and the program's name, over the title. */
export function markOf(letterhead: Letterhead | undefined): string[] {
  if (letterhead?.logo === undefined) return [];
  const { logo, program } = letterhead;
  return [
    `#grid(columns: (auto, 1fr), column-gutter: 4mm, align: horizon, image("${logoPath(logo)}", height: 13mm, alt: ${literal(logo.alt)}), text(fill: luma(70), ${literal(program)}))`,
  ];
}

function blockSource(block: Block, before: Block | undefined, tight: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: ${block.level === 2 ? 3 : 2}, ${literal(block.text)})`;
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
      return `#block(inset: (left: 8pt), stroke: (left: 1.5pt))[#par(text(size: 1.1em, ${literal(block.finding.sentence)}))]`;
    case 'caution':
      return `#block(inset: (left: 8pt), stroke: (left: (thickness: 1pt, dash: "dotted")))[#par(${literal(block.text)})]`;
    case 'table':
      return tableSource(block.table, tight);
    case 'figure':
      return figureSource(block.figure, tight);
    case 'next':
      return '';
  }
}

function figureSource(figure: Figure, tight: boolean): string {
  const svg = figureSvg(figure);
  return `#figure(image(bytes(${literal(svg, false)}), format: "svg", width: ${tight ? 72 : 100}%, alt: ${literal(figureWords(figure))}), caption: ${content(figure.title)}, kind: image, supplement: none, numbering: none)`;
}

function tableSource(table: Table, tight: boolean): string {
  const { columns, rows, title, id } = table;
  const said = [...whyOf(table), ...(table.note === undefined ? [] : [table.note])];
  const notes = (tight && said.length > 1 ? [said.join('; ')] : said).map(
    (note) => `#par(text(size: 0.85em, fill: luma(70), ${literal(note)}))`,
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

/** A Typst string, in lines where the words have lines. `safe`: control characters made visible. */
export function literal(words: string, safe = true): string {
  // A share is not broken from its sign.
  const text = safe ? safeLines(words).replaceAll(/(\d) %/g, '$1\u00a0%') : words;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
