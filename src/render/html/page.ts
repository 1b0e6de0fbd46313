// A report as one page that can be handed on: no network, no script, readable by eye, by ear and on paper.
import { createHash } from 'node:crypto';
import type { Block, Cell, Column, Figure, Report, Table } from '../../domain/report/report.ts';
import { figureTable } from '../../domain/report/figure-table.ts';
import { safeText } from '../../domain/safe-text.ts';
import { cellWords, whyOf } from '../cell-words.ts';
import { figureSvg } from '../figures/figure-svg.ts';
import { escaped } from '../figures/svg.ts';
import { style } from './style.ts';

/** One file. Headings in order, tables with captions and scopes, figures with their finding in words and their data below. */
export function renderHtml(report: Report, footer: readonly string[] = []): string {
  const title = report.title ?? report.schema.replace(/^mentorctl\/|@\d+$/g, '').replaceAll('-', ' ');
  const ids = new Set<string>();
  const parts = report.blocks.map((block, at) => blockHtml(block, report.blocks[at - 1], ids));
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
<body>
${report.everywhere === undefined ? '' : `<p class="everywhere">${text(report.everywhere)}</p>\n`}<header><h1>${text(title)}</h1></header>
<main>
${contents(report)}${parts.filter((part) => part !== '').join('\n')}
</main>
${footer.length === 0 ? '' : `<footer>${footer.map(paragraphs).join('')}</footer>\n`}</body>
</html>
`;
}

/** Of a document of several chapters, what is in it. */
function contents({ blocks }: Report): string {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  if (headings.length < 6) return '';
  const items = headings.map((heading) => `<li><a href="#${anchor(heading)}">${text(heading)}</a></li>`);
  return `<nav aria-label="Contents"><ul>${items.join('')}</ul></nav>\n`;
}

function blockHtml(block: Block, before: Block | undefined, ids: Set<string>): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 id="${unique(anchor(block.text), ids)}">${text(block.text)}</h2>`;
    case 'prose':
      // What may be said stands first, in a box of its own.
      return /^What this can/.test(block.text) && before?.kind !== 'prose'
        ? `<section class="claim" aria-label="What may be said">${paragraphs(block.text)}</section>`
        : paragraphs(block.text);
    case 'finding':
      return `<p class="finding">${text(block.finding.sentence)}</p>`;
    case 'caution':
      return `<p class="caution">${text(block.text)}</p>`;
    case 'table':
      return tableHtml(block.table, unique(block.table.id, ids));
    case 'figure':
      return figureHtml(block.figure, unique(block.figure.id, ids));
    case 'next':
      return '';
  }
}

function figureHtml(figure: Figure, id: string): string {
  const { columns, rows } = figureTable(figure);
  if (rows.length === 0) return '';
  const data = rawTable({ id, title: '', columns, rows }, '');
  return `<figure id="${id}"><figcaption>${text(figure.title)}</figcaption><div class="scroll drawing" role="region" tabindex="0" aria-label="${escaped(`Drawing: ${figure.title}`)}">${figureSvg({ ...figure, id: `${id}-drawing` })}</div><details><summary>The data of this figure</summary><div class="scroll" role="region" tabindex="0" aria-label="${escaped(`Data: ${figure.title}`)}">${data}</div></details></figure>`;
}

function tableHtml(table: Table, id: string): string {
  const notes = [...whyOf(table), ...(table.note === undefined ? [] : [table.note])];
  const under = notes.map((note) => `<p class="note">${text(note)}</p>`).join('');
  const label = table.title === '' ? table.id.replaceAll('-', ' ') : table.title;
  if (table.rows.length === 0) return `<p><strong>${text(label)}</strong>: none</p>${under}`;
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(label)}" id="${id}">${rawTable(table, label)}</div>${under}`;
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
  return escaped(safeText(words));
}

function anchor(words: string): string {
  return (
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'part'
  );
}

function unique(wanted: string, ids: Set<string>): string {
  let id = escaped(wanted.replace(/\s+/g, '-'));
  for (let n = 2; ids.has(id); n++) id = `${escaped(wanted)}-${n}`;
  ids.add(id);
  return id;
}
