// People's data on its way to a terminal: nothing in a cell may move the cursor, colour the screen or turn the reading direction.

/** Control characters, escape sequences and direction overrides made visible as `\x1b`, `\u202e`. */
export function safeText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (char) => {
    const code = char.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}

/** Cells starting like a formula get an apostrophe, so that no spreadsheet runs them; numbers are left alone. */
export function neutralFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}
