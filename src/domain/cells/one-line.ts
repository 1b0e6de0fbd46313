// Line breaks within a cell matter where options stand below one another; anywhere else they are spaces.

export function oneLine(text: string): string {
  return text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text;
}
