// Text to bytes of an encoding, as an office program would have saved it: the way back from what Node decodes.

const known = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Throws where the encoding lacks a letter: the test would not be what it says. */
export function encoded(text: string, label: string): Uint8Array {
  const table = known.get(label) ?? tableOf(label);
  known.set(label, table);
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const codes = table.get(letter);
      if (codes === undefined) throw new Error(`${label} has no ${letter}`);
      return codes;
    }),
  );
}

function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, readonly number[]>();
  const note = (codes: readonly number[]): void => {
    const letter = decoder.decode(Uint8Array.from(codes));
    if (Array.from(letter).length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, codes);
  };
  if (label === 'windows-1252')
    Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ').forEach((letter, at) =>
      table.set(letter, [0x80 + at]),
    );
  for (let one = 0; one < 256; one++) note([one]);
  if (!/windows|iso|mac|koi8/i.test(label))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) note([lead, trail]);
  return table;
}
