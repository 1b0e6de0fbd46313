// The note of a good colleague about a file: what kind it is, which column is what, what was left out and why.
import { meaningWords } from '../columns/meaning-words.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';

/** How a file was read, in words: `Google Forms export`, `UTF-8`, `commas`. */
export interface ReadingFacts {
  readonly source: string;
  /** The system that made it, e.g. `qualtrics`; `plain` where nothing says so. */
  readonly origin: string;
  readonly encoding: string;
  /** True where the bytes alone did not say the encoding; `example`: a word that only reads right in it. */
  readonly guessed: boolean;
  readonly example?: string;
  /** In words, e.g. `commas`. */
  readonly delimiter: string;
  /** 1-based; 0 where no row names the columns. */
  readonly headingLine: number;
  /** Workbooks: the sheet read, and the others. */
  readonly sheet?: string;
  readonly otherSheets?: readonly string[];
  /** Workbooks: how many cells were merged over several rows, and count for each of these. */
  readonly mergedDown?: number;
  /** What else is to be known of its rows, a sentence each: letters read back, formulas without a result. */
  readonly remarks?: readonly string[];
}

const shownColumns = 40;

const originNames: Readonly<Record<string, string>> = {
  'google-forms': 'Google Forms export',
  'microsoft-forms': 'Microsoft Forms export',
  qualtrics: 'Qualtrics export',
  surveymonkey: 'SurveyMonkey export',
  typeform: 'Typeform export',
};

/** `rows`: as far as they were counted; `more`: there are more. */
export function readingNote(
  facts: ReadingFacts,
  kind: string,
  columns: readonly ColumnMeaning[],
  { rows, more }: { readonly rows: number; readonly more: boolean },
): string[] {
  const origin = originNames[facts.origin];
  const guess = facts.guessed
    ? ` (a guess${facts.example === undefined ? '' : `: "${facts.example}" reads right`}; else --encoding)`
    : '';
  const place = facts.sheet === undefined ? facts.delimiter : `sheet "${facts.sheet}"`;
  const headings =
    facts.headingLine === 0 ? 'no row of headings (so Column 1 and on)' : `headings on line ${facts.headingLine}`;
  const what = [origin, kind, `${facts.encoding}${guess}`, place, headings];
  const lines = [
    `Reading ${facts.source}: ${what.filter((part) => part !== undefined).join(', ')}, ${rows}${more ? ' rows and more' : rows === 1 ? ' row' : ' rows'}.`,
  ];
  if (facts.otherSheets !== undefined && facts.otherSheets.length > 0)
    lines.push(`Other sheets, not read: ${facts.otherSheets.join(', ')}. Read one with --sheet.`);
  if (facts.mergedDown !== undefined)
    lines.push(
      facts.mergedDown === 1
        ? 'A cell that is merged over several rows is taken for each of them.'
        : `${facts.mergedDown} cells that are merged over several rows are taken for each of them.`,
    );
  lines.push(...(facts.remarks ?? []));
  const width = Math.min(44, Math.max(0, ...columns.map(({ heading }) => heading.length)));
  const short = (heading: string): string =>
    heading.length > width ? `${heading.slice(0, width - 3)}...` : heading.padEnd(width);
  for (const { heading, meaning } of columns.slice(0, shownColumns))
    lines.push(`  ${short(heading)}  -> ${meaningWords(meaning)}`);
  if (columns.length > shownColumns)
    lines.push(`  and ${columns.length - shownColumns} more columns; --json lists them all`);
  return lines;
}

/** What was left out, by reason, with the first lines of each. */
export function leftOutNote(leftOut: readonly { readonly line: number; readonly why: string }[]): string[] {
  const reasons = new Map<string, number[]>();
  for (const { line, why } of leftOut) {
    // People who answered twice are one reason, however many they are.
    const reason = / answered again on line \d+; /.test(why) ? 'answered again later; the later answer counts' : why;
    reasons.set(reason, [...(reasons.get(reason) ?? []), line]);
  }
  return [...reasons].map(
    ([why, lines]) =>
      `Left out: ${lines.length === 1 ? '' : `${lines.length} x `}${why} (line${lines.length === 1 ? '' : 's'} ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ', ...' : ''}).`,
  );
}
