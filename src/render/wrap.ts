// How wide words stand on a terminal, and long texts broken into lines of a width.
import stringWidth from 'string-width';
import { safeText } from '../domain/safe-text.ts';

/** Columns a text takes on a terminal: East Asian letters, flags and joined emoji two, combining marks none. */
export function displayWidth(text: string): number {
  // eslint-disable-next-line no-control-regex -- all of ASCII takes a column each
  return /^[\x00-\x7f]*$/.test(text) ? text.length : stringWidth(text);
}

/** With spaces behind it up to the width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

const letters = new Intl.Segmenter();

/** As much of a text as fits, with … for the rest; no letter is parted from its marks, no emoji from what it is joined to. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of letters.segment(text)) {
    if (displayWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Wraps at words; `indent` goes before every line. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of safeText(paragraph).split(' ')) {
      if (line !== '' && displayWidth(indent + line) + 1 + displayWidth(word) > width) {
        lines.push(indent + line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(indent + line);
  }
  return lines.join('\n');
}
