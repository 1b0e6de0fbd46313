// Small pieces of SVG that all figures are made of. Colours stand in attributes, so that a figure is whole in any medium; a
// page may repaint the classes.

/** Okabe and Ito's colours, told apart by colour-blind eyes; each group also has its own dash and mark. */
export const inks = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#000000'] as const;
export const dashes = ['', '7 4', '2 4', '10 4 2 4', '14 5', '1 3'] as const;

export const font = { family: "'Libertinus Sans', 'Segoe UI', system-ui, sans-serif", size: 13 } as const;
/** Of the drawing, in its own units; a page scales it. Narrow: for a telephone, where a wide one scaled down could not be read. */
export const widths = { wide: 680, narrow: 340 } as const;

export function ink(group: number): string {
  return inks[group % inks.length] ?? '#000000';
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** `content` is markup already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const words = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === ''
      ? []
      : [` ${key}="${typeof value === 'number' ? round(value) : escaped(value)}"`],
  );
  return content === '' ? `<${name}${words.join('')}/>` : `<${name}${words.join('')}>${content}</${name}>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): string {
  return element('line', { x1, y1, x2, y2, stroke: '#555555', class: 'rule', ...more });
}

export function label(x: number, y: number, text: string, more: Attributes = {}): string {
  return element('text', { x, y, fill: '#222222', class: 'ink', ...more }, escaped(text));
}

/** About how wide a text is set, in the drawing's units: labels are given room by it. */
export function wide(text: string, size: number = font.size): number {
  let width = 0;
  for (const char of text)
    width += /[\u1100-\u{1faff}]/u.test(char)
      ? 1
      : /[MW%@mw]/.test(char)
        ? 0.82
        : /[ilj.,:;|!']/.test(char)
          ? 0.3
          : 0.55;
  return width * size;
}

/** Of several texts, each in its lines. */
export function widest(texts: readonly (readonly string[])[]): number {
  return Math.max(0, ...texts.flat().map((text) => wide(text)));
}

/** Broken at words into lines no wider than this. */
export function broken(text: string, room: number, size: number = font.size): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && wide(`${last} ${word}`, size) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Some round numbers from `least` to `most`, both inside. */
export function ticks(least: number, most: number, about = 5): number[] {
  const raw = (most - least) / about || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= raw) ?? 10) * power;
  const found: number[] = [];
  for (let at = Math.ceil(least / step - 1e-9) * step; at <= most + 1e-9 * step; at += step)
    found.push(Math.abs(at) < step * 1e-9 ? 0 : at);
  return found;
}

/** The mark of a group at a point: a shape of its own, so that black and white suffices. */
export function mark(group: number, x: number, y: number, radius = 4.5): string {
  const paint = { fill: ink(group), stroke: ink(group), class: `group${group % inks.length}` };
  switch (group % 4) {
    case 0:
      return element('circle', { cx: x, cy: y, r: radius, ...paint });
    case 1:
      return element('rect', { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, ...paint });
    case 2:
      return element('path', {
        d: `M${round(x)} ${round(y - radius - 1)}l${radius + 1} ${2 * radius}h${-2 * (radius + 1)}z`,
        ...paint,
      });
    default:
      return element('path', {
        d: `M${round(x)} ${round(y - radius - 1)}l${radius + 1} ${radius + 1}l${-radius - 1} ${radius + 1}l${-radius - 1} ${-radius - 1}z`,
        ...paint,
        fill: '#ffffff',
      });
  }
}

/** The whole drawing. `title` and `desc` are read aloud instead of it. `id`: unique on the page. */
export function drawing(
  id: string,
  [width, height]: readonly [number, number],
  words: { readonly title: string; readonly desc: string },
  content: string,
): string {
  const named = `<title id="${escaped(id)}-title">${escaped(words.title)}</title><desc id="${escaped(id)}-desc">${escaped(words.desc)}</desc>`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': font.family,
      'font-size': font.size,
    },
    named + content,
  );
}

export function round(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
