// If these fail, a page is written without the office's mark, or with something that a browser runs, fetches or cannot show.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLogo } from '../../src/intake/logo-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'mentorctl-logo-'));
const program = join(folder, 'mentorctl.yaml');
const svg = (inside: string): string =>
  `<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>\n`;
function read(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content);
  return readLogo(program, name);
}

describe('the office’s mark', () => {
  it('is an SVG or a PNG by what is in the file, whatever it is called', () => {
    expect(read('mark.txt', svg('<circle r="4"/><use href="#a"/>')).type).toBe('image/svg+xml');
    const png = Buffer.alloc(60);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(read('mark.svg', png).type).toBe('image/png');
    expect(() => read('mark.png', 'GIF89a')).toThrow('neither an SVG nor a PNG');
  });

  it.each([
    ['<script>go()</script>', 'a script'],
    ['<rect onload="go()"/>', 'a script'],
    ['<foreignObject/>', 'a page of its own'],
    ['<image href="https://example.org/a.png"/>', 'a link to another file'],
    ['<image xlink:href="/etc/passwd"/>', 'a link to another file'],
    ['<style>@import url(https://example.org/a.css)</style>', 'a link to another file'],
    ['<rect fill="url(https://example.org/a.svg#b)"/>', 'a link to another file'],
  ])('is refused with %s', (inside, why) => {
    expect(() => read('mark.svg', svg(inside))).toThrow(why);
  });

  it('may point into itself and hold pictures', () => {
    const inside = '<rect fill="url(#a)"/><image href="data:image/png;base64,AAAA"/>';
    expect(read('mark.svg', svg(inside)).type).toBe('image/svg+xml');
  });

  it('is refused where it is cut off, too large or not there, with how to mend it', () => {
    expect(() => read('mark.svg', svg('').slice(0, -8))).toThrow('cut off');
    expect(() => read('mark.svg', svg(' '.repeat(600_000)))).toThrow('at most 500 kB');
    expect(() => readLogo(program, 'gone.svg')).toThrow('no such logo file');
    expect(() => readLogo(program, '.')).toThrow('cannot be read');
  });
});
