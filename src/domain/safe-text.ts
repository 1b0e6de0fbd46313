// People's data on its way to a terminal: nothing in a cell may move the cursor, colour the screen or turn the reading direction.

/** Control characters, escape sequences and direction overrides made visible as `\x1b`, `\u202e`. */
export function safeText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (char) => {
    const code = char.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}

/** Whether there is anything in it that is shown otherwise, a line break and a tab aside: they are the space of a form's cell. */
export function holdsSigns(text: string): boolean {
  const line = text.replace(/[\t\r\n]/g, ' ');
  return safeText(line) !== line;
}

/** A text of several lines, line breaks kept. */
export function safeLines(text: string): string {
  return text.split('\n').map(safeText).join('\n');
}

/** A JSON document that says the same and holds no character that a terminal might act on. */
export function safeJson(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Signs with which a formula begins, full-width ones included: some spreadsheets take them for the narrow ones. */
const formulaSign = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]';
const beginsFormula = new RegExp(`^[\\t\\r]|^${formulaSign}`);
const laterFormula = new RegExp(`([;,\\t]\\s*)(?=${formulaSign})`, 'g');

/**
 * Cells starting like a formula get an apostrophe, so that no spreadsheet runs them; numbers are left alone. So do parts of
 * a cell behind a sign that a spreadsheet may take to part cells.
 */
export function neutralFormula(cell: string): string {
  const whole = beginsFormula.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
  return whole.replace(laterFormula, "$1'");
}

/** Words of people and reports as text of a Markdown page: no tag, link, picture, emphasis or table comes of them. */
export function markdownText(text: string): string {
  return safeLines(text)
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&(?=[#\w]+;)/g, '&amp;');
}
