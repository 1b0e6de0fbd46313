// A report written out: in the format asked for, to the terminal, a pager or a file.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Host } from '../../cli/host.ts';
import { pagerFor } from '../../cli/pager.ts';
import type { Settings } from '../../cli/settings.ts';
import { streamStyle } from '../../cli/stream-style.ts';
import { writeFileWhole } from '../../cli/write-file.ts';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { binaryFormats, type Format } from '../../domain/report/formats.ts';
import type { Letterhead } from '../../domain/report/letterhead.ts';
import type { Report } from '../../domain/report/report.ts';
import { safeLines, safeText } from '../../domain/safe-text.ts';
import { letterheadOf } from './letterhead-of.ts';
import { loadProgram } from './load-program.ts';

/** `programPath`: its office has a mark and words for every page. */
export async function showReport(report: Report, host: Host, settings: Settings, programPath: string): Promise<void> {
  const format = settings.format.value;
  const letterhead = await letterheadFor(programPath, format);
  if (binaryFormats.has(format) && settings.output === undefined && host.stdout.isTTY)
    throw new Failure('usage', {
      code: 'needs-file',
      message: `${format} is not for a terminal`,
      hint: `Write it to a file: -o report.${format}`,
    });
  const { renderers } = await import('../../render/formats.ts');
  const style = streamStyle(host.stdout, host.env, settings.color.value);
  const content = await renderers[format](report, {
    excel: settings.excel,
    style: settings.output === undefined ? style : { ...style, color: false },
    ...defined({ figure: settings.figure }),
    letterhead,
  });
  if (settings.output === undefined) {
    // In a pipe csv keeps what people are called; a terminal might act on it.
    const shown = format === 'csv' && host.stdout.isTTY && typeof content === 'string' ? safeLines(content) : content;
    const pager = typeof shown === 'string' ? pagerFor(shown, host, settings) : undefined;
    if (pager === undefined || !host.page(String(shown), pager)) host.stdout.write(shown);
    return;
  }
  writeFileWhole(resolve(host.cwd, settings.output), content);
  if (!settings.quiet) host.stderr.write(`Wrote ${safeText(settings.output)}.\n`);
}

/** What the office has on every page; undefined without a program file, and where the format has no room for it. */
async function letterheadFor(path: string, format: Format): Promise<Letterhead | undefined> {
  if (!['html', 'pdf', 'xlsx'].includes(format) || !existsSync(path)) return undefined;
  const { program } = await loadProgram(path);
  return letterheadOf(program, path, { logo: format !== 'xlsx' });
}
