// A report as a tagged PDF (PDF/UA-1), set by Typst, which is an optional dependency and loaded only for this.
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import { join, resolve } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import type { Letterhead, Logo } from '../../domain/report/letterhead.ts';
import type { Report } from '../../domain/report/report.ts';
import { logoPath, typstSource } from './typst-source.ts';

/** Points. A report of one page is set smaller where it has much to say, down to what can still be read with ease. */
const [usual, ...smaller] = [10, 9.4, 8.8, 8.3, 7.8] as const;

/**
 * The same report gives the same bytes: no clock, and only fonts that come with Typst, unless they lack a letter. Throws
 * Failure where Typst is not installed, or where no font of this machine has a letter.
 */
export async function renderPdf(report: Report, letterhead?: Letterhead): Promise<Uint8Array> {
  const sizes = report.onePage === true ? [usual, ...smaller] : [usual];
  return setPdf(
    sizes.map((size) => typstSource(report, { letterhead, size })),
    letterhead?.logo,
  );
}

/** Nothing lies there: a document reads no file of this machine but what it is handed. */
const workspace = resolve('/mentorctl-pages');

/** The first of several settings of a Typst document that has one page, else the last; checked against PDF/UA-1 as it is set. */
export async function setPdf(sources: readonly string[], logo?: Logo): Promise<Uint8Array> {
  const { NodeCompiler, PdfStandard } = await typst();
  const compiler = NodeCompiler.create({ fontArgs: [], workspace });
  if (logo !== undefined) compiler.mapShadow(join(workspace, logoPath(logo)), Buffer.from(logo.bytes));
  const setWith = (fallback: boolean): Uint8Array => {
    const whole = (source: string): string => `#set text(fallback: ${fallback})\n${source}`;
    const fits = sources.slice(0, -1).find((source) => {
      const { result } = compiler.compile({ mainFileContent: whole(source) });
      return result === null || result.numOfPages === 1;
    });
    const mainFileContent = whole(fits ?? sources.at(-1) ?? '');
    return compiler.pdf({ mainFileContent }, { pdfStandard: PdfStandard.UA_1, creationTimestamp: 0 });
  };
  try {
    return setWith(false);
  } catch (error) {
    if (lettersWithoutFont(error).length === 0) throw error;
  }
  // Typst brings no letters of Chinese, Arabic and other scripts; the machine of whoever writes them has some.
  try {
    return setWith(true);
  } catch (error) {
    const letters = lettersWithoutFont(error);
    if (letters.length === 0) throw error;
    throw new Failure('not-found', {
      code: 'no-font',
      message: `no font found on this machine has ${letters.length === 1 ? 'this sign' : 'these signs'}: ${letters.slice(0, 12).join(' ')}${letters.length > 12 ? ' ...' : ''}`,
      hint: 'Install a font that has them (Noto has one for every script). Or say --format html: a browser finds its own.',
      cause: error,
    });
  }
}

/** What PDF/UA-1 refuses to set because no font has it; none where the error is another. */
function lettersWithoutFont(error: unknown): string[] {
  const said = [
    ...String(error instanceof Error ? error.message : error).matchAll(
      /the text `\\?"(.+?)\\?"` could not be displayed/g,
    ),
  ];
  return [...new Set(said.flatMap(([, text = '']) => Array.from(text)))];
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
