// A report as one page that can be handed on: no network, no script, readable by eye, by ear and on paper.
import { createHash } from 'node:crypto';
import type { Block, Cell, Column, Figure, Report, Table } from '../../domain/report/report.ts';
import { figureTable } from '../../domain/report/figure-table.ts';
import { footLines, type Letterhead } from '../../domain/report/letterhead.ts';
import { safeText } from '../../domain/safe-text.ts';
import { cellWords, whyOf } from '../cell-words.ts';
import { figureSvg } from '../figures/figure-svg.ts';
import { escaped, widths } from '../figures/svg.ts';
import { style } from './style.ts';

/** From so many headings on a document says what is in it. */
const severalChapters = 6;

/** What stands on the page already, and where it has come to. */
interface Page {
  readonly ids: Set<string>;
  /** Of regions, which are told apart by them. */
  readonly labels: Set<string>;
  /** One sheet of paper has to do. */
  readonly tight: boolean;
  chapter: string;
}

/** One file. Headings in order, tables with captions and scopes, figures with their finding in words and their data below. */
export function renderHtml(report: Report, letterhead?: Letterhead): string {
  const footer = letterhead === undefined ? [] : footLines(letterhead);
  const title = report.title ?? report.schema.replace(/^mentorctl\/|@\d+$/g, '').replaceAll('-', ' ');
  const page: Page = { ids: new Set(), labels: new Set(), tight: report.onePage === true, chapter: '' };
  // Headings first: contents point at them.
  const anchors = report.blocks.map((block) => (block.kind === 'heading' ? unique(anchor(block.text), page) : ''));
  const parts = report.blocks.map((block, at) => {
    if (block.kind === 'heading' && block.level !== 2) page.chapter = block.text;
    return blockHtml(block, report.blocks[at - 1], page, anchors[at] ?? '');
  });
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body${report.onePage === true ? ' class="one"' : report.apart === true ? ' class="apart"' : ''}>
${report.everywhere === undefined ? '' : `<p class="everywhere">${text(report.everywhere)}</p>\n`}<header>${markOf(letterhead)}<h1>${text(title)}</h1></header>
<main>
${contents(report, anchors)}${parts.filter((part) => part !== '').join('\n')}
</main>
${footer.length === 0 ? '' : `<footer>${footer.map(paragraphs).join('')}</footer>\n`}</body>
</html>
`;
}

/** The office's mark and the program's name, over the title. */
function markOf(letterhead: Letterhead | undefined): string {
  if (letterhead?.logo === undefined) return '';
  const { bytes, type, alt } = letterhead.logo;
  return `<p class="office"><img alt="${escaped(safeText(alt))}" src="data:${type};base64,${Buffer.from(bytes).toString('base64')}"> <span>${text(letterhead.program)}</span></p>`;
}

/** Of a document of several chapters, what is in it. */
function contents({ blocks, apart }: Report, anchors: readonly string[]): string {
  const headings = blocks.flatMap((block, at) =>
    block.kind === 'heading' ? [{ ...block, id: anchors[at] ?? '' }] : [],
  );
  if (headings.length < severalChapters || apart === true) return '';
  const items = headings
    .filter(({ level = 1 }) => level === 1)
    .map((heading) => `<li><a href="#${heading.id}">${text(heading.text)}</a></li>`);
  return `<nav aria-label="Contents"><ul>${items.join('')}</ul></nav>\n`;
}

function blockHtml(block: Block, before: Block | undefined, page: Page, id: string): string {
  switch (block.kind) {
    case 'heading': {
      const tag = block.level === 2 ? 'h3' : 'h2';
      return `<${tag} id="${id}">${text(block.text)}</${tag}>`;
    }
    case 'prose':
      // What may be said stands first, in a box of its own.
      return /^What this can/.test(block.text) && before?.kind !== 'prose'
        ? `<div class="claim" role="note">${paragraphs(block.text)}</div>`
        : paragraphs(block.text);
    case 'finding':
      return `<p class="finding">${text(block.finding.sentence)}</p>`;
    case 'caution':
      return `<p class="caution">${text(block.text)}</p>`;
    case 'table':
      return tableHtml(block.table, unique(block.table.id, page), page);
    case 'figure':
      return figureHtml(block.figure, unique(block.figure.id, page), page);
    case 'next':
      return '';
  }
}

function figureHtml(figure: Figure, id: string, page: Page): string {
  const { columns, rows } = figureTable(figure);
  if (rows.length === 0) return '';
  const data = rawTable({ id, title: '', columns, rows }, '');
  const drawings = (['wide', 'narrow'] as const).map(
    (size) => `<div class="${size}">${figureSvg({ ...figure, id: `${id}-${size}` }, undefined, widths[size])}</div>`,
  );
  return `<figure id="${id}"><figcaption>${text(figure.title)}</figcaption>${drawings.join('')}<details><summary>The data of this figure</summary><div class="scroll" role="region" tabindex="0" aria-label="${named(`Data: ${figure.title}`, page)}">${data}</div></details></figure>`;
}

function tableHtml(table: Table, id: string, page: Page): string {
  const all = [...whyOf(table), ...(table.note === undefined ? [] : [table.note])];
  const notes = page.tight && all.length > 1 ? [all.join('; ')] : all;
  const under = notes.map((note) => `<p class="note">${text(note)}</p>`).join('');
  const label = table.title === '' ? table.id.replaceAll('-', ' ') : table.title;
  if (table.rows.length === 0) return `<p><strong>${text(label)}</strong>: none</p>${under}`;
  return `<div class="scroll" role="region" tabindex="0" aria-label="${named(label, page)}" id="${id}">${rawTable(table, label)}</div>${under}`;
}

function rawTable({ title, columns, rows }: Table, label: string): string {
  const caption = label === '' ? '' : `<caption>${text(title === '' ? label : title)}</caption>`;
  const side = (column: Column | undefined): string => (column?.align === 'right' ? ' class="n"' : '');
  const head = columns
    .map((column) => (column.title === '' ? '<td></td>' : `<th scope="col"${side(column)}>${text(column.title)}</th>`))
    .join('');
  // The first column names the row where it is words.
  const named = columns[0]?.align !== 'right';
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      const content = cellHtml(cell);
      return at === 0 && named ? `<th scope="row">${content}</th>` : `<td${side(columns[at])}>${content}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function cellHtml(cell: Cell): string {
  const words = text(cellWords(cell));
  if (cell.kind === 'suppressed') return `<span class="gap">${words}</span>`;
  if (cell.kind === 'missing') return `<span class="gap">–</span>`;
  return words;
}

function paragraphs(words: string): string {
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${text(line)}</p>`)
    .join('');
}

/** Text that nobody's words can leave. */
function text(words: string): string {
  return escaped(safeText(words)).replaceAll(/(\d) %/g, '$1\u00a0%');
}

function anchor(words: string): string {
  return (
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'part'
  );
}

/** The name of a region; with its chapter where another has it, too. */
function named(label: string, { labels, chapter }: Page): string {
  const own = labels.has(label) ? `${label}, ${chapter}` : label;
  let name = own;
  for (let n = 2; labels.has(name); n++) name = `${own} ${n}`;
  labels.add(name);
  return escaped(safeText(name));
}

function unique(wanted: string, { ids }: Page): string {
  let id = escaped(wanted.replace(/\s+/g, '-'));
  for (let n = 2; ids.has(id); n++) id = `${escaped(wanted)}-${n}`;
  ids.add(id);
  return id;
}
