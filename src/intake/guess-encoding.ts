// Which encoding bytes are in that are no UTF-8: a detector's list, of which only what can be is believed. Knows no files.
import { defined } from '../domain/defined.ts';
import { detectAll } from 'jschardet';
import { fromWindows1252 } from './windows-1252.ts';

export interface EncodingGuess {
  readonly name: string;
  /** A word that only reads right in this encoding, where there is one. */
  readonly example?: string;
}

/** The detector's names, and what a person and a decoder call them. */
const names: Readonly<Record<string, string>> = {
  'Windows-1250': 'windows-1250',
  'Windows-1251': 'windows-1251',
  'Windows-1252': 'windows-1252',
  'Windows-1253': 'windows-1253',
  'Windows-1254': 'windows-1254',
  'Windows-1255': 'windows-1255',
  'Windows-1256': 'windows-1256',
  'Windows-1257': 'windows-1257',
  'Windows-1258': 'windows-1258',
  CP874: 'windows-874',
  CP932: 'shift_jis',
  CP949: 'euc-kr',
  'EUC-JP': 'euc-jp',
  GB18030: 'gb18030',
  Big5: 'big5',
  'KOI8-R': 'koi8-r',
  MacRoman: 'macintosh',
};

/** As the note on a file says them. */
const encodingTitles: Readonly<Record<string, string>> = {
  'windows-874': 'Windows-874',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
  'euc-jp': 'EUC-JP',
  gb18030: 'GB18030',
  big5: 'Big5',
  'koi8-r': 'KOI8-R',
  macintosh: 'Mac Roman',
};

/** What another encoding must be likelier by than Windows-1252, in which most such files are. */
const likelier = 1.25;

/**
 * The likeliest encoding of some words, each with bytes beyond ASCII; undefined where no encoding can be. One that gives
 * letters no text has, or two alphabets in one word, is none.
 */
export function guessEncoding(words: Uint8Array): EncodingGuess | undefined {
  const western = readable(words, 'windows-1252');
  const found = detectAll(words)
    .flatMap(({ encoding, confidence }) => {
      const name = names[encoding ?? ''];
      const text = name === undefined ? undefined : readable(words, name);
      return name === undefined || text === undefined ? [] : [{ name, text, confidence }];
    })
    .sort((a, b) => b.confidence - a.confidence);
  const [best] = found;
  if (best === undefined) return western === undefined ? undefined : guess('windows-1252', western, undefined);
  const plain = found.find(({ name }) => name === 'windows-1252');
  const same = western !== undefined && best.text === western;
  if (western !== undefined && (same || (plain !== undefined && best.confidence < plain.confidence * likelier)))
    return guess('windows-1252', western, undefined);
  return guess(best.name, best.text, fromWindows1252(words));
}

/** `other`: the same words as Windows-1252 has them: the example is one that differs. */
function guess(name: string, text: string, other: string | undefined): EncodingGuess {
  const others = new Set(other?.split('\n'));
  const beyond = text.split('\n').filter((line) => /[^\0-\x7f]/.test(line));
  const line = beyond.find((one) => !others.has(one)) ?? beyond[0];
  const example = line === undefined ? undefined : (/\S*[^\0-\x7f][^\s,;]*/.exec(line)?.[0] ?? line);
  const title = encodingTitles[name] ?? name.replace('windows', 'Windows');
  return { name: title, ...defined({ example }) };
}

/** The text, where it can be one. */
function readable(bytes: Uint8Array, label: string): string | undefined {
  let text: string;
  try {
    text = label === 'windows-1252' ? fromWindows1252(bytes) : new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  // Control characters, frames and letters of private use stand in no file of people.
  if (/[\u0080-\u009f\u2500-\u259f\ue000-\uf8ff\ufffd]/.test(text)) return undefined;
  return text.split(/[^\p{L}\p{M}]+/u).some(mixed) ? undefined : text;
}

const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Hangul}/u,
];

/** A word of two alphabets is the wrong decoder's. Han and kana stand beside Latin letters. */
function mixed(word: string): boolean {
  return alphabets.filter((alphabet) => alphabet.test(word)).length > 1;
}
