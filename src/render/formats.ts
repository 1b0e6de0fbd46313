// Every format with what writes it: one line a format, loaded when it is asked for.
import type { Format } from '../domain/report/formats.ts';
import type { Letterhead } from '../domain/report/letterhead.ts';
import type { Report } from '../domain/report/report.ts';
import type { Style } from './text.ts';

export interface Rendering {
  /** csv with BOM and CRLF. */
  readonly excel: boolean;
  /** Of the terminal. */
  readonly style: Style;
  /** svg: which figure; the only one if not said. */
  readonly figure?: string;
  /** On every page, where there is a program file. */
  readonly letterhead?: Letterhead | undefined;
}

type Renderer = (report: Report, how: Rendering) => Promise<string | Uint8Array>;

export const renderers: Readonly<Record<Format, Renderer>> = {
  text: async (report, { style }) => (await import('./text.ts')).renderText(report, style),
  json: async (report) => (await import('./documents.ts')).renderJson(report),
  csv: async (report, { excel }) => (await import('./documents.ts')).renderCsv(report, { excel }),
  md: async (report) => (await import('./documents.ts')).renderMarkdown(report),
  html: async (report, { letterhead }) => (await import('./html/page.ts')).renderHtml(report, letterhead),
  pdf: async (report, { letterhead }) => (await import('./pdf/pdf.ts')).renderPdf(report, letterhead),
  xlsx: async (report, { letterhead }) => (await import('./workbook.ts')).renderWorkbook(report, letterhead),
  svg: async (report, { figure }) => (await import('./figures/one-figure.ts')).renderFigure(report, figure),
};
