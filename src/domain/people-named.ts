// Whom an answer names: by id, by e-mail address or by name in either order, several of them in one answer.

export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/** `found`: indices of the people; more than one for a text that several bear as their name. */
export interface NamedIn {
  readonly found: readonly number[];
  readonly unknown: readonly string[];
  /** Texts that are the name of several people. */
  readonly ambiguous: readonly string[];
}

export type WhoIsNamed = (answer: string | readonly string[]) => NamedIn;

const nobodyNamed: NamedIn = { found: [], unknown: [], ambiguous: [] };

/**
 * Ids and addresses go before names; a name as it is written goes before one turned round (`Kim Rao` before `Rao Kim`),
 * with or without a comma. Case, accents and doubled spaces do not matter. An answer is read whole first, then in pieces.
 */
export function whoIsNamed(people: readonly Nameable[]): WhoIsNamed {
  const keys = new Map<string, number[]>();
  const written = new Map<string, number[]>();
  const turned = new Map<string, number[]>();
  people.forEach(({ id, email, name }, at) => {
    note(keys, plain(id), at);
    if (email !== undefined) note(keys, plain(email), at);
    const words = wordsOf(name);
    note(written, words.join(' '), at);
    for (let first = 1; first < words.length; first++)
      note(turned, [...words.slice(first), ...words.slice(0, first)].join(' '), at);
  });
  const one = (text: string): readonly number[] => {
    const name = wordsOf(text).join(' ');
    return keys.get(plain(text)) ?? written.get(name) ?? turned.get(name) ?? [];
  };
  /** `Bo Chen (M017)`, `Bo Chen <bo@quay.example>`: by what is in brackets, else by what stands before. */
  const bracketed = (text: string): readonly number[] => {
    const whole = one(text);
    const parts = whole.length > 0 ? null : /^(.*?)\s*[(<[]([^)>\]]*)[)>\]]\s*$/.exec(text);
    if (parts === null) return whole;
    const inside = one(parts[2] ?? '');
    return inside.length > 0 ? inside : one(parts[1] ?? '');
  };
  const read = (text: string): NamedIn => {
    const trimmed = text.trim();
    if (trimmed === '') return nobodyNamed;
    for (const separator of [undefined, /[;\n|]/, /[;\n|,/]|\s&\s|\band\b/i]) {
      const pieces = (separator === undefined ? [trimmed] : trimmed.split(separator)).map((piece) => piece.trim());
      const found = pieces.filter((piece) => piece !== '').map((piece) => ({ piece, at: bracketed(piece) }));
      const last = separator !== undefined && separator.source.includes('and');
      if (found.some(({ at }) => at.length > 0) || last)
        return {
          found: found.flatMap(({ at }) => at),
          unknown: found.some(({ at }) => at.length > 0)
            ? found.flatMap(({ piece, at }) => (at.length === 0 ? [piece] : []))
            : trimmed.split(/[;\n|]/).flatMap((piece) => (piece.trim() === '' ? [] : [piece.trim()])),
          ambiguous: found.flatMap(({ piece, at }) => (at.length > 1 ? [piece] : [])),
        };
    }
    return nobodyNamed;
  };
  const kept = new Map<string, NamedIn>();
  return (answer) => {
    const texts = typeof answer === 'string' ? [answer] : answer;
    const all = texts.map((text) => {
      const known = kept.get(text) ?? read(text);
      kept.set(text, known);
      return known;
    });
    const [only = nobodyNamed] = all;
    if (all.length <= 1) return only;
    return {
      found: all.flatMap(({ found }) => found),
      unknown: all.flatMap(({ unknown }) => unknown),
      ambiguous: all.flatMap(({ ambiguous }) => ambiguous),
    };
  };
}

function note(map: Map<string, number[]>, key: string, at: number): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [at]);
  else if (!list.includes(at)) list.push(at);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase();
}

function wordsOf(name: string): string[] {
  return plain(name)
    .replace(/^(dr|prof|professor|mr|mrs|ms|mx|miss)\b\.?\s+/, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}
