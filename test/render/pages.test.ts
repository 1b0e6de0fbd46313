// If these fail, a page or a workbook that is handed on says something else than the report, leaks what it hides, or runs what somebody typed.
import { SaxesParser } from 'saxes';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { formats } from '../../src/domain/report/formats.ts';
import type { Figure, Report } from '../../src/domain/report/report.ts';
import { figureTable } from '../../src/domain/report/figure-table.ts';
import { figureSvg, figureWords } from '../../src/render/figures/figure-svg.ts';
import { wide, widths } from '../../src/render/figures/svg.ts';
import { renderFigure } from '../../src/render/figures/one-figure.ts';
import { renderers } from '../../src/render/formats.ts';
import { renderHtml } from '../../src/render/html/page.ts';
import { renderPdf } from '../../src/render/pdf/pdf.ts';
import { typstSource } from '../../src/render/pdf/typst-source.ts';
import { renderWorkbook } from '../../src/render/workbook.ts';

const nasty = `<img src=x onerror=alert(1)> "&' =1+1 #emph[x] \\"`;
const figures: readonly Figure[] = [
  {
    id: 'rates',
    kind: 'intervals',
    title: `Rates ${nasty}`,
    unit: 'share',
    marks: [],
    rows: [
      { label: `mentored ${nasty}`, value: 0.75, low: 0.67, high: 0.82 },
      { label: 'not mentored', value: 0.77, low: 0.7, high: 0.82 },
    ],
  },
  {
    id: 'curve',
    kind: 'survival',
    title: 'Still here',
    until: 365,
    groups: [
      {
        label: 'mentored',
        steps: [{ at: 40, value: 0.95, low: 0.9, high: 0.98 }],
        atRisk: [
          { at: 0, n: 118 },
          { at: 365, n: 90 },
        ],
      },
    ],
  },
  {
    id: 'terms',
    kind: 'lines',
    title: 'GPA by term',
    unit: 'number',
    times: ['Fall 2024', 'Spring 2025'],
    groups: [{ label: 'mentored', points: [{ value: 2.8, low: 2.6, high: 3 }, undefined] }],
  },
  {
    id: 'funnel',
    kind: 'bars',
    title: 'From applying to finishing',
    unit: 'count',
    parts: [''],
    rows: [
      { label: 'applied', values: [300] },
      { label: 'finished', values: [undefined] },
    ],
  },
  {
    id: 'flow',
    kind: 'flow',
    title: 'Who is counted',
    stages: [
      { label: 'on file', boxes: [{ n: 300 }], left: [] },
      {
        label: 'known',
        boxes: [
          { group: 'mentored', n: 110 },
          { group: 'not mentored', n: undefined },
        ],
        left: [{ why: 'unknown', n: 18 }],
      },
    ],
  },
];
const report: Report = {
  schema: 'mentorctl/report-x@1',
  title: `Retention ${nasty}`,
  json: {
    items: ['so that every format has something to say, of which this is what json says of it, no more and no less'],
  },
  blocks: [
    { kind: 'prose', text: 'What this can and cannot show: a comparison.' },
    { kind: 'caution', text: nasty },
    {
      kind: 'table',
      table: {
        id: 'rates-table',
        title: 'Rates: who [x] stayed / left?*',
        columns: [
          { id: 'group', title: 'group' },
          { id: 'rate', title: 'rate', align: 'right' },
          { id: 'range', title: 'range', align: 'right' },
          { id: 'since', title: 'since' },
        ],
        rows: [
          [
            { kind: 'text', text: '=1+1' },
            { kind: 'share', value: 0.123456 },
            { kind: 'interval', low: 0.1, high: 0.2, as: 'share' },
            { kind: 'date', date: '2026-09-14' },
          ],
          [
            { kind: 'text', text: nasty },
            { kind: 'suppressed', why: 'few people' },
            { kind: 'missing', why: 'nothing known' },
            { kind: 'missing', why: 'nothing known' },
          ],
        ],
      },
    },
    ...figures.map((figure) => ({ kind: 'figure', figure }) as const),
    { kind: 'heading', text: 'Method' },
    { kind: 'prose', text: 'Wilson (1927).' },
    { kind: 'next', command: 'mentorctl status', text: '' },
  ],
};

/** Throws where it is not well-formed. */
function elements(markup: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => found.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(markup).close();
  return found;
}

it('has a writer for every format', async () => {
  for (const format of formats) {
    const content = await renderers[format](report, {
      excel: false,
      style: { width: 80, color: false, unicode: true },
      figure: 'curve',
    });
    expect(content.length, format).toBeGreaterThan(100);
  }
});

describe('a page', () => {
  const html = renderHtml(report);

  it('needs nothing from elsewhere, runs nothing, and lets nobody write markup', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<img|<link|javascript:|\son\w+=(?!alert)|\sstyle=/);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  it('has one first heading, named tables with heads, and for each figure its words and its data', () => {
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<table>/g)?.length).toBe(1 + figures.length);
    expect(html).toContain('<th scope="col" class="n">rate</th>');
    expect(html).toContain('<th scope="row">=1+1</th>');
    // Each is drawn for a wide page and for a telephone, and one of the two is shown.
    expect(html.match(/<div class="(wide|narrow)"><svg /g)).toHaveLength(2 * figures.length);
    expect(html.match(/ viewBox="0 0 340 /g)).toHaveLength(figures.length);
    expect(html).not.toContain('mentorctl status');
    expect(new Set(html.match(/ id="[^"]*"/g)).size).toBe(html.match(/ id="[^"]*"/g)?.length);
  });
});

it.each(figures.map((figure) => [figure.kind, figure] as const))(
  'draws a figure of kind %s that is well-formed, and says in words and numbers what it shows',
  (_, figure) => {
    const svg = figureSvg(figure);
    expect(elements(svg).slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(figureWords(figure).length).toBeGreaterThan(figure.title.length + 10);
    expect(figureTable(figure).rows.length).toBeGreaterThan(0);
  },
);

it.each(figures.map((figure) => [figure.kind, figure] as const))(
  'draws a figure of kind %s for a telephone with every word inside the drawing',
  (_, figure) => {
    const svg = figureSvg(figure, undefined, widths.narrow);
    for (const [, x = '', more = '', text = ''] of svg.matchAll(/<text x="([^"]+)"([^>]*)>([^<]*)</g)) {
      const size = Number(/font-size="(\d+)"/.exec(more)?.[1] ?? 13);
      const anchor = /text-anchor="(\w+)"/.exec(more)?.[1] ?? 'start';
      const room = wide(text.replaceAll(/&\w+;/g, 'x'), size);
      const from = Number(x) - (anchor === 'end' ? room : anchor === 'middle' ? room / 2 : 0);
      expect([text, from >= -1, from + room <= widths.narrow + 1]).toEqual([text, true, true]);
    }
  },
);

it('says that a value is hidden where it is, in the picture and in its data', () => {
  const funnel = figures[3]!;
  expect(figureSvg(funnel)).toContain('>hidden<');
  expect(figureTable(funnel).rows[1]?.[1]).toMatchObject({ kind: 'suppressed' });
  expect(figureWords(figures[4]!)).toContain('not mentored hidden');
});

it('says that an axis of shares does not begin at nought', () => {
  expect(figureSvg(figures[0]!)).toContain('The axis begins at');
});

it('lists the figures where it is not said which', () => {
  expect(() => renderFigure(report, undefined)).toThrow('several figures');
  expect(() => renderFigure(report, 'curv')).toThrow('no figure "curv"');
  expect(renderFigure(report, 'curve')).toContain('<svg');
});

it('writes a workbook that another program reads: real numbers, days and shares, texts that are no formulas', async () => {
  const bytes = Buffer.from(await renderWorkbook(report));
  const sheets = await readWorkbook(bytes);
  const names = sheets.map(({ sheet }) => sheet);
  expect(names[0]).toBe('Summary');
  expect(names.at(-1)).toBe('Method');
  expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
  const sheet = sheets[1]?.data ?? [];
  expect(sheet[0]).toEqual(['group', 'rate', 'range: low', 'range: high', 'since']);
  expect(sheet[1]).toEqual(['=1+1', 0.123456, 0.1, 0.2, new Date('2026-09-14T00:00:00Z')]);
  expect(sheet[2]?.slice(1)).toEqual(['hidden', null, null, null]);
});

it('sets a PDF whose words are the report and no markup, the same bytes each time', async () => {
  const one = await renderPdf(report);
  expect(Buffer.from(one).equals(Buffer.from(await renderPdf(report)))).toBe(true);
  expect(Buffer.from(one).includes('pdfuaid')).toBe(true);
  expect(typstSource(report, { size: 10 })).toContain('\\"');
});

it('has the office’s mark with words for it, and is set on one sheet where it is for one', async () => {
  const logo = {
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'),
    type: 'image/svg+xml',
    alt: `A crest ${nasty}`,
  } as const;
  const letterhead = { program: 'Peers & Co', contact: 'peers@example.edu', logo, paper: 'us-letter' } as const;
  const html = renderHtml(report, letterhead);
  expect(html).toContain(`src="data:image/svg+xml;base64,${logo.bytes.toString('base64')}"`);
  expect(html).not.toContain('<img src=x');
  const pdf = Buffer.from(await renderPdf(report, letterhead)).toString('latin1');
  expect(pdf).toContain('/MediaBox [0 0 612 792]');
  // So much text that it is two pages in the usual size.
  const line = 'Older students meet younger ones every second week and help them find their way.';
  const much: Report = { schema: 's@1', blocks: [{ kind: 'prose', text: Array(52).fill(line).join('\n') }], json: {} };
  const pages = async (of: Report): Promise<string | undefined> =>
    /\/Type \/Pages\s+\/Count (\d+)/.exec(Buffer.from(await renderPdf(of)).toString('latin1'))?.[1];
  expect(await pages(much)).toBe('2');
  expect(await pages({ ...much, onePage: true })).toBe('1');
});

it('says what to install, and what prints well, where the package that sets PDF is not there', async () => {
  vi.resetModules();
  vi.doMock('@myriaddreamin/typst-ts-node-compiler', () => {
    throw new Error('Cannot find package');
  });
  const { renderPdf: without } = await import('../../src/render/pdf/pdf.ts');
  await expect(without(report)).rejects.toMatchObject({ code: 'no-typst', exitCode: 66 });
  vi.doUnmock('@myriaddreamin/typst-ts-node-compiler');
  // Test files share what is loaded.
  vi.resetModules();
});

it('is set in fonts that come with Typst alone where they have the letters, so that the bytes are the same everywhere', async () => {
  const latin: Report = {
    schema: 'mentorctl/x@1',
    blocks: [{ kind: 'prose', text: 'Grüße, Łukasz, Nguyễn, Ωμέγα, Ждан, □' }],
    json: {},
  };
  const fonts = new Set(
    Buffer.from(await renderPdf(latin))
      .toString('latin1')
      .match(/BaseFont\/[A-Z]+\+\w+/g)
      ?.map((name) => name.split('+')[1]),
  );
  for (const name of fonts) expect(name).toMatch(/^LibertinusSerif/);
});

it('says which letters no font of the machine has, and what to do', async () => {
  // A sign that no font will ever have.
  const none: Report = { schema: 'mentorctl/x@1', blocks: [{ kind: 'prose', text: '\u{10fff0}' }], json: {} };
  await expect(renderPdf(none)).rejects.toMatchObject({ code: 'no-font', exitCode: 66 });
});
