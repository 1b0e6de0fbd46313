// npm run check:pages: every report of the demo as a page in a real browser and as a PDF. A page that a screen reader cannot use,
// that says something on the console, that wants the network or is wider than a telephone ends it with 1.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser } from 'playwright-core';
import { makeLongDatabase } from '../../bench/simulated/long-database.ts';

const program = resolve('bin/mentorctl.js');
const kept = process.env['PAGES_DIR'];
const place = kept ?? mkdtempSync(join(tmpdir(), 'mentorctl-pages-'));

function mentorctl(...argv: string[]): void {
  execFileSync(process.execPath, [program, ...argv, '--no-input', '-q'], { cwd: place, stdio: 'pipe' });
}

/** Of the large program: a browser takes minutes over a list of ten thousand pairs. */
const people = Number(process.env['PEOPLE'] ?? 4000);
/** Only pages whose names hold this. */
const only = process.env['ONLY'] ?? '';

interface Page {
  readonly name: string;
  readonly folder: string;
  readonly argv: readonly string[];
  /** It has to be one sheet, also as a browser prints it. */
  readonly oneSheet?: true;
}

const reports = [
  'program',
  'brief',
  'retention',
  'performance',
  'belonging',
  'confidence',
  'growth',
  'relationship',
  'leadership',
  'culture',
  'equity',
  'all',
] as const;

function pagesOf(folder: string, cohort: string): Page[] {
  return [
    ...reports.map((report): Page => {
      const page = { name: `${folder}-${report}`, folder, argv: ['report', report, '--cohort', cohort] };
      return report === 'program' || report === 'brief' ? { ...page, oneSheet: true } : page;
    }),
    { name: `${folder}-pairs`, folder, argv: ['pair', 'list', '--cohort', cohort] },
    { name: `${folder}-status`, folder, argv: ['status', '--cohort', cohort] },
  ];
}

const documents: readonly Page[] = [
  ...pagesOf('demo', 'fall-2025'),
  { name: 'demo-technical', folder: 'demo', argv: ['report', 'performance', '--cohort', 'fall-2025', '--technical'] },
  { name: 'demo-status-now', folder: 'demo', argv: ['status', '--cohort', 'fall-2026'] },
  { name: 'demo-match', folder: 'demo', argv: ['match', 'show', '1'] },
  { name: 'office-program', folder: 'office', argv: ['report', 'program', '--cohort', 'fall-2025'], oneSheet: true },
  ...pagesOf('large', 'fall'),
];

/** As much of an office's own as a program file takes, and long names. */
const office = `office:
  contact: Office of Peer Learning <peers@example.edu>
  footer: Room 4, Building 5. This page is for the committee on student success and may be passed on within the university.
  logo: crest.svg
  logo-alt: The crest of Example University
  about: ${'Older students meet younger ones every second week and help them find their way. '.repeat(4)}
  next: ${'Next year the program moves into the second campus, and mentors are trained. '.repeat(4)}
costs: { per-mentee: { money: 310, hours: 14 }, currency: USD }
reports: { retained: still enrolled, targets: { matched: 95, first-meeting: 80, three-meetings: 75, finished: 70 } }
`;
const crest =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M2 2h36v20q0 12-18 16Q2 34 2 22z" fill="#0b3d6b"/></svg>';
/** Pixels of a picture. */
const tallest = 12_000;
/** Where a page is to be one sheet, on which papers. */
const papers = ['A4', 'Letter'] as const;

async function main(): Promise<void> {
  mkdirSync(place, { recursive: true });
  rmSync(join(place, 'demo'), { recursive: true, force: true });
  mentorctl('demo', 'demo');
  rmSync(join(place, 'office'), { recursive: true, force: true });
  cpSync(join(place, 'demo'), join(place, 'office'), { recursive: true });
  const file = join(place, 'office', 'mentorctl.yaml');
  const named = readFileSync(file, 'utf8').replace(
    /^program: .*/m,
    'program: The Office of Undergraduate Persistence and Peer-Assisted Learning of the College of Engineering and Applied Sciences',
  );
  writeFileSync(file, `${named}${office}`);
  writeFileSync(join(place, 'office', 'crest.svg'), crest);
  rmSync(join(place, 'large'), { recursive: true, force: true });
  mkdirSync(join(place, 'large'));
  await makeLongDatabase(join(place, 'large'), {
    people,
    mentors: people / 5,
    measures: 20,
    waves: 6,
    gaps: 0.05,
    seed: 1,
  });
  const wanted = documents.filter(({ name }) => name.includes(only));
  const faults: string[] = [];
  let looked = 0;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    for (const { name, folder, argv, oneSheet } of wanted) {
      mentorctl(...argv, '-C', folder, '-o', join(place, `${name}.html`));
      mentorctl(...argv, '-C', folder, '-o', join(place, `${name}.pdf`));
      for (const [medium, width, scheme] of [
        ['wide', 1280, 'light'],
        ['phone', 360, 'light'],
        ['dark', 1280, 'dark'],
        ['print', 794, 'light'],
      ] as const) {
        faults.push(...(await look(browser, name, medium, width, scheme)));
        looked++;
      }
      faults.push(...pdfFaults(name), ...(oneSheet === true ? await sheetFaults(browser, name) : []));
    }
  } finally {
    await browser.close();
    if (kept === undefined) rmSync(place, { recursive: true, force: true });
  }
  for (const fault of faults) console.error(fault);
  console.log(
    `${wanted.length} documents looked at ${looked} times in a browser, axe-core ${axe.version}, and as PDF: ${faults.length} faults`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

async function look(
  browser: Browser,
  name: string,
  medium: string,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  const faults: string[] = [];
  const fault = (text: string): void => {
    faults.push(`${name} (${medium}): ${text}`);
  };
  page.on('console', (message) => {
    fault(`on the console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    fault(`an error: ${error.message}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) fault(`wants ${request.url()}`);
  });
  if (medium === 'print') await page.emulateMedia({ media: 'print' });
  await page.goto(pathToFileURL(join(place, `${name}.html`)).href);
  if (medium !== 'print') {
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (
        globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''} (${String(nodes.length)} places)`,
      );
    });
    for (const violation of found) fault(violation);
    const wide = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (wide > 0) fault(`is ${String(wide)} pixels wider than the screen`);
  }
  if (kept !== undefined) {
    // A list of ten thousand pairs is no picture.
    const height = Math.min(tallest, await page.evaluate<number>('document.documentElement.scrollHeight'));
    await page.screenshot({
      path: join(place, `${name}-${medium}.png`),
      fullPage: true,
      clip: { x: 0, y: 0, width, height },
    });
  }
  await context.close();
  return faults;
}

/** As it is set, and as a browser prints it. */
async function sheetFaults(browser: Browser, name: string): Promise<string[]> {
  const faults = pagesIn(`${name}.pdf`) === 1 ? [] : [`${name}.pdf has ${String(pagesIn(`${name}.pdf`))} pages`];
  const page = await browser.newPage();
  for (const format of papers) {
    const file = `${name}-${format}.pdf`;
    await page.goto(pathToFileURL(join(place, `${name}.html`)).href);
    await page.pdf({ path: join(place, file), format, preferCSSPageSize: false });
    if (pagesIn(file) !== 1) faults.push(`${name}.html is ${String(pagesIn(file))} sheets of ${format}`);
  }
  await page.close();
  return faults;
}

function pagesIn(file: string): number {
  const info = execFileSync('pdfinfo', [join(place, file)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
}

/** Tagged, titled, with heads of tables that say what they are over. */
function pdfFaults(name: string): string[] {
  const file = join(place, `${name}.pdf`);
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const structure = execFileSync('pdfinfo', ['-struct-text', file], {
    encoding: 'utf8',
    maxBuffer: 1_000_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const wanted: [boolean, string][] = [
    [/^Tagged:\s+yes/m.test(info), 'is not tagged'],
    [/^Title:\s+\S/m.test(info), 'has no title'],
    [/H1/.test(structure), 'has no first heading'],
    [
      !/Table \(block\)/.test(structure) || /TH.*:\s+\/Scope \/Column/.test(structure),
      'has tables whose heads say nothing',
    ],
    [readFileSync(file).includes('pdfuaid'), 'does not say that it is PDF/UA'],
  ];
  return wanted.flatMap(([holds, fault]) => (holds ? [] : [`${name}.pdf ${fault}`]));
}

await main();
