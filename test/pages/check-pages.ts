// npm run check:pages: every report of the demo as a page in a real browser and as a PDF. A page that a screen reader cannot use,
// that says something on the console, that wants the network or is wider than a telephone ends it with 1.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser } from 'playwright-core';

const program = resolve('bin/mentorctl.js');
const kept = process.env['PAGES_DIR'];
const place = kept ?? mkdtempSync(join(tmpdir(), 'mentorctl-pages-'));

function mentorctl(...argv: string[]): void {
  execFileSync(process.execPath, [program, ...argv, '--no-input', '-q'], { cwd: place, stdio: 'pipe' });
}

const documents: readonly [string, ...string[]][] = [
  ['retention', 'report', 'retention', '--cohort', 'fall-2025'],
  ['performance', 'report', 'performance', '--cohort', 'fall-2025'],
  ['technical', 'report', 'performance', '--cohort', 'fall-2025', '--technical'],
  ['leadership', 'report', 'leadership', '--cohort', 'fall-2025'],
  ['belonging', 'report', 'belonging', '--cohort', 'fall-2025'],
  ['confidence', 'report', 'confidence', '--cohort', 'fall-2025'],
  ['status', 'status', '--cohort', 'fall-2026'],
  ['match', 'match', 'show', '1'],
  ['pairs', 'pair', 'list', '--cohort', 'fall-2025'],
];

async function main(): Promise<void> {
  mkdirSync(place, { recursive: true });
  rmSync(join(place, 'demo'), { recursive: true, force: true });
  mentorctl('demo', 'demo');
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
    for (const [name, ...argv] of documents) {
      mentorctl(...argv, '-C', 'demo', '-o', join(place, `${name}.html`));
      mentorctl(...argv, '-C', 'demo', '-o', join(place, `${name}.pdf`));
      for (const [medium, width, scheme] of [
        ['wide', 1280, 'light'],
        ['phone', 360, 'light'],
        ['dark', 1280, 'dark'],
        ['print', 794, 'light'],
      ] as const) {
        faults.push(...(await look(browser, name, medium, width, scheme)));
        looked++;
      }
      faults.push(...pdfFaults(name));
    }
  } finally {
    await browser.close();
    if (kept === undefined) rmSync(place, { recursive: true, force: true });
  }
  for (const fault of faults) console.error(fault);
  console.log(
    `${documents.length} documents looked at ${looked} times in a browser, axe-core ${axe.version}, and as PDF: ${faults.length} faults`,
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
  if (kept !== undefined) await page.screenshot({ path: join(place, `${name}-${medium}.png`), fullPage: true });
  await context.close();
  return faults;
}

/** Tagged, titled, with heads of tables that say what they are over. */
function pdfFaults(name: string): string[] {
  const file = join(place, `${name}.pdf`);
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const structure = execFileSync('pdfinfo', ['-struct-text', file], {
    encoding: 'utf8',
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
