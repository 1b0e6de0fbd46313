// A report as a tagged PDF (PDF/UA-1), set by Typst, which is an optional dependency and loaded only for this.
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import { Failure } from '../../domain/failure.ts';
import type { Report } from '../../domain/report/report.ts';
import { typstSource } from './typst-source.ts';

/** The same report gives the same bytes: only fonts that come with Typst are used, and no clock. Throws Failure where Typst is not installed. */
export async function renderPdf(report: Report, footer: readonly string[] = []): Promise<Uint8Array> {
  return setPdf(typstSource(report, 'a4', footer));
}

/** A Typst document, checked against PDF/UA-1 as it is set. */
export async function setPdf(source: string): Promise<Uint8Array> {
  const { NodeCompiler, PdfStandard } = await typst();
  const compiler = NodeCompiler.create({ fontArgs: [] });
  return compiler.pdf({ mainFileContent: source }, { pdfStandard: PdfStandard.UA_1, creationTimestamp: 0 });
}

async function typst(): Promise<typeof Typst> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler');
  } catch (cause) {
    throw new Failure('not-found', {
      code: 'no-typst',
      message: 'PDF needs the package that sets it, which is not installed here',
      hint: 'Install it beside mentorctl: npm install @myriaddreamin/typst-ts-node-compiler. Or say --format html: a browser prints that page well.',
      cause,
    });
  }
}
