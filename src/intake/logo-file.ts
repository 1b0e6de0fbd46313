// The office's mark from its file: a picture that any page can hold, and nothing that a page would run or fetch.
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { Logo } from '../domain/report/letterhead.ts';

/** It goes into every page that is written. */
const most = 500_000;
const leave = 'or take "logo" out of "office" in mentorctl.yaml.';

/** `named`: as the program file writes it, from the folder of `programPath`. Throws Failure where no page can hold it. */
export function readLogo(programPath: string, named: string): Pick<Logo, 'bytes' | 'type'> {
  const refuse = (code: string, message: string, hint: string, cause?: unknown): Failure =>
    new Failure('bad-program', { code, message, where: { source: named }, hint: `${hint}, ${leave}`, cause });
  const path = resolve(dirname(programPath), named);
  let bytes: Uint8Array;
  try {
    // A picture of gigabytes is refused before it is read.
    const { size } = statSync(path);
    if (size > most)
      throw refuse(
        'logo-unusable',
        `the logo has ${Math.ceil(size / 1000).toLocaleString('en-US')} kB; at most ${most / 1000} kB go into a page`,
        'Save it smaller',
      );
    bytes = readFileSync(path);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const gone = ['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
    throw gone
      ? refuse('no-logo', 'there is no such logo file beside the program file', 'Put it there', cause)
      : refuse('no-logo', 'the logo cannot be read', 'Check that it is a file with its permissions', cause);
  }
  if (isPng(bytes)) return { bytes, type: 'image/png' };
  const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
  if (!/^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^[>]*>\s*)*<svg[\s>]/i.test(text))
    throw refuse('logo-unusable', 'the logo is neither an SVG nor a PNG picture', 'Save it as one of them');
  const active = activePart(text);
  if (active !== undefined)
    throw refuse(
      'logo-unusable',
      `the logo holds ${active}, which no page may have`,
      'Save it as a plain SVG or as PNG',
    );
  if (!/<\/svg>\s*(<!--[\s\S]*?-->\s*)*$/i.test(text))
    throw refuse('logo-unusable', 'the logo is cut off: its last line does not end the picture', 'Save it again');
  return { bytes, type: 'image/svg+xml' };
}

function isPng(bytes: Uint8Array): boolean {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return head.every((byte, at) => bytes[at] === byte) && bytes.length > 33;
}

/** What a browser would run or fetch. */
function activePart(svg: string): string | undefined {
  if (/<script/i.test(svg) || /\son\w+\s*=/i.test(svg)) return 'a script';
  if (/<foreignObject/i.test(svg)) return 'a page of its own';
  if (/<!ENTITY/i.test(svg)) return 'entities';
  const outside = /(?:href\s*=\s*["']\s*|url\(\s*["']?|@import\s+["']?)(?!\s*#|\s*data:image\/|["')]|url)[^"')\s]/i;
  return outside.test(svg) ? 'a link to another file' : undefined;
}
