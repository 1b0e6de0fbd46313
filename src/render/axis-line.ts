// One line of labels under (or beside) a figure, each centred on its place; where two would touch the later one gives way.

/** `at`: column from 0; labels at the ends are pushed inside `width`. First come, first served. */
export function axisLine(labels: readonly { readonly at: number; readonly text: string }[], width: number): string {
  const cells = new Array<string>(width).fill(' ');
  for (const { at, text } of labels) {
    const from = Math.min(Math.max(0, at - Math.floor(text.length / 2)), Math.max(0, width - text.length));
    const room = cells.slice(Math.max(0, from - 1), from + text.length + 1);
    if (room.every((cell) => cell === ' ')) for (let x = 0; x < text.length; x++) cells[from + x] = text.charAt(x);
  }
  return cells.join('').trimEnd();
}
