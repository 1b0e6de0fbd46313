// What a file is by its first bytes, whatever its name says.
import { Failure } from '../domain/failure.ts';
import { headOf, type Source } from './source.ts';

/** `table`: delimited text; `workbook`: .xlsx. Failure for what is neither, with the way to a file that is. */
export function fileType(source: Source): 'table' | 'workbook' {
  const bytes = headOf(source, 4096);
  const head = Buffer.from(bytes).toString('latin1');
  const refuse = (code: string, message: string, hint: string): Failure =>
    new Failure('bad-data', { code, message, where: { source: source.name }, hint });
  if (bytes.length === 0) throw refuse('empty-file', 'the file is empty', 'Export it again.');
  if (head.startsWith('PK\u0003\u0004')) return 'workbook';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw refuse(
      'old-workbook',
      'this is a workbook of the old kind (.xls) or one with a password',
      'Open it and save it as .xlsx without a password, or as CSV (UTF-8).',
    );
  }
  if (head.startsWith('%PDF')) throw refuse('is-pdf', 'this is a PDF, not a table', 'Export the list as CSV.');
  if (/^[\s\u00ef\u00bb\u00bf]*<(!doctype|html|table|\?xml|head|body)/i.test(head)) {
    throw refuse(
      'is-web-page',
      'this is a web page, not a CSV file',
      'Some sites save the page instead of the export: sign in there and download again.',
    );
  }
  return 'table';
}
