// Every format with what writes it: one line a format, loaded when it is asked for.
import type { Format } from '../domain/report/formats.ts';
import type { Report } from '../domain/report/report.ts';
import type { Style } from './text.ts';

export interface Rendering {
  /** csv with BOM and CRLF. */
  readonly excel: boolean;
  /** Of the terminal. */
  readonly style: Style;
  /** svg: which figure; the only one if not said. */
  readonly figure?: string;
  /** Under every page: the program's name, whom to write to, the office's own words. */
  readonly footer?: readonly string[];
}

type Renderer = (report: Report, how: Rendering) => Promise<string | Uint8Array>;

export const renderers: Readonly<Record<Format, Renderer>> = {
  text: async (report, { style }) => (await import('./text.ts')).renderText(report, style),
  json: async (report) => (await import('./documents.ts')).renderJson(report),
  csv: async (report, { excel }) => (await import('./documents.ts')).renderCsv(report, { excel }),
  md: async (report) => (await import('./documents.ts')).renderMarkdown(report),
  html: async (report, { footer }) => (await import('./html/page.ts')).renderHtml(report, footer),
  pdf: async (report, { footer }) => (await import('./pdf/pdf.ts')).renderPdf(report, footer),
  xlsx: async (report) => (await import('./workbook.ts')).renderWorkbook(report),
  svg: async (report, { figure }) => (await import('./figures/one-figure.ts')).renderFigure(report, figure),
};
