// What a file is by its first bytes, whatever its name says; what is no table gets the way to one that is.
import { Failure } from '../domain/failure.ts';
import { headOf, type Source } from './source.ts';

interface NotATable {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

const asTable = 'save it as .xlsx, or as CSV (UTF-8), and import that';

/** `table`: delimited text; `workbook`: .xlsx. Failure for what is neither. */
export function fileType(source: Source): 'table' | 'workbook' {
  const bytes = headOf(source);
  const head = Buffer.from(bytes).toString('latin1');
  if (head.startsWith('PK\u0003\u0004')) return 'workbook';
  const found = notATable(bytes, head);
  if (found === undefined) return 'table';
  throw new Failure('bad-data', { ...found, where: { source: source.name } });
}

function notATable(bytes: Uint8Array, head: string): NotATable | undefined {
  if (bytes.length === 0) return { code: 'empty-file', message: 'the file is empty', hint: 'Export it again.' };
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return oldWorkbook(head);
  if (head.startsWith('%PDF'))
    return { code: 'is-pdf', message: 'this is a PDF, not a table', hint: 'Export the list as CSV.' };
  if (['\u001f\u008b', '7z\u00bc\u00af', 'Rar!'].some((mark) => head.startsWith(mark)))
    return { code: 'not-a-workbook', message: 'this is a packed file', hint: 'Unpack it and import the file inside.' };
  if (head.startsWith('{\\rtf'))
    return {
      code: 'not-a-table',
      message: 'this is a text document (RTF)',
      hint: `Copy its table into a spreadsheet, ${asTable}.`,
    };
  return markup(plainStart(bytes, head));
}

/** The first characters without a mark, of UTF-16 too: tags are ASCII in each. */
function plainStart(bytes: Uint8Array, head: string): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return (wide ? head.slice(2).replaceAll('\0', '') : head).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
}

/** A workbook with a password is one of the old kind's containers with the packed one inside. */
function oldWorkbook(head: string): NotATable {
  return head.includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')
    ? {
        code: 'has-password',
        message: 'this workbook has a password',
        hint: 'Open it with the password, save it as .xlsx without one (File, Info, Protect Workbook, Encrypt: leave it empty), and import that.',
      }
    : {
        code: 'old-workbook',
        message: 'this is a workbook of the old kind (.xls) or one with a password',
        hint: `Open it and ${asTable}; without a password.`,
      };
}

function markup(start: string): NotATable | undefined {
  if (/^mime-version:/i.test(start) && /multipart\/related/i.test(start.slice(0, 2000)))
    return report('this is a web page in one file (.mht), whatever its name says');
  if (!start.startsWith('<')) return undefined;
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(start))
    return report('this is a workbook of 2003 as XML, whatever its name says');
  if (/<table[\s>]/i.test(start))
    return report('this is a web page with a table, as some systems write one and call it .xls or .csv');
  if (!/^<(!doctype|html|\?xml|head|body|meta|style|div)/i.test(start)) return undefined;
  return {
    code: 'is-web-page',
    message: 'this is a web page, not a CSV file',
    hint: `Some sites save the page instead of the export: sign in there and download again. Is the list in it, open it in a spreadsheet, ${asTable}.`,
  };
}

function report(message: string): NotATable {
  return { code: 'is-web-page', message, hint: `Open it in a spreadsheet (Excel, LibreOffice), ${asTable}.` };
}

/** What a zip file that is no workbook is, by the names of the files inside. */
export function notAWorkbook(zipped: Uint8Array, source: string): Failure {
  return new Failure('bad-data', { ...zippedType(Buffer.from(zipped).toString('latin1')), where: { source } });
}

function zippedType(text: string): NotATable {
  const open = (what: string, app: string): NotATable => ({
    code: 'other-workbook',
    message: `this is ${what}, which is not read here`,
    hint: `Open it in ${app}, ${asTable}.`,
  });
  if (text.includes('xl/workbook.bin')) return open('a binary workbook (.xlsb)', 'Excel');
  if (text.includes('Index/Document.iwa') || text.includes('Index.zip') || text.includes('Index/CalculationEngine'))
    return {
      ...open('a sheet of Apple Numbers (.numbers)', 'Numbers'),
      hint: 'Open it in Numbers and choose File, Export To, CSV or Excel; import that.',
    };
  if (text.includes('word/document') || text.includes('opendocument.text'))
    return { ...open('a text document, no table', 'it'), hint: `Copy its table into a spreadsheet, ${asTable}.` };
  if (text.includes('ppt/presentation') || text.includes('opendocument.presentation'))
    return { ...open('a presentation, no table', 'it'), hint: `Copy its table into a spreadsheet, ${asTable}.` };
  if (/opendocument\.spreadsheet|META-INF\/manifest\.xml/.test(text) && text.includes('content.xml'))
    return open('a sheet of LibreOffice (.ods)', 'LibreOffice or Excel');
  return {
    code: 'not-a-workbook',
    message: 'this is a zip file, not a workbook',
    hint: 'Unpack it and import the files inside.',
  };
}
