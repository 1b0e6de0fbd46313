// How wide words stand on a terminal, and long texts broken into lines of a width.
import { safeText } from '../domain/safe-text.ts';

/** Columns a text takes on a terminal: East Asian wide and emoji two, combining marks none. */
export function displayWidth(text: string): number {
  // eslint-disable-next-line no-control-regex -- all of ASCII takes a column each
  if (/^[\x00-\x7f]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(char)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        char,
      )
        ? 2
        : 1;
  }
  return width;
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
