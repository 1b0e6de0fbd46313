// Which one character separates the cells: judged over the whole head of the file: a list of several would split on all.

/** What exports separate cells by, likeliest first. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** As the note on the file says them. */
export const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** The delimiter whose count is the most even from line to line; `,` for a single column. Quoted text does not count. */
export function findDelimiter(text: string): Delimiter {
  const lines = logicalLines(text.slice(0, 200_000), 200);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => count(line, delimiter));
    const common = mode(counts.filter((n) => n > 0));
    const agreeing = counts.filter((n) => n === common).length;
    const score = common === 0 ? 0 : (agreeing / lines.length) * Math.log2(1 + common) + agreeing / lines.length;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Excel's `sep=;` first line, which says it outright. */
export function statedDelimiter(text: string): { delimiter: Delimiter; rest: string } | undefined {
  const match = /^\ufeff?sep=([,;\t|])\r?\n/i.exec(text);
  return match ? { delimiter: match[1] as Delimiter, rest: text.slice(match[0].length) } : undefined;
}

/** Lines as a reader of CSV sees them: line breaks inside quotes do not end one. Quoted stretches are blanked. */
function logicalLines(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) {
      if (line !== '') lines.push(line);
      if (lines.length >= most) return lines;
      line = '';
    } else if (!quoted) line += char;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function count(line: string, delimiter: string): number {
  return line.split(delimiter).length - 1;
}

function mode(numbers: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const n of numbers) tally.set(n, (tally.get(n) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
