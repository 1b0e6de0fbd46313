// Yes and no in the words forms use.
const yes = new Set(['yes', 'y', 'true', 't', '1', 'x', '✓', '✔', 'ja', 'oui', 'si', 'sí', 'sim']);
const no = new Set(['no', 'n', 'false', 'f', '0', 'nein', 'non', 'não', 'nao']);

/** Undefined for a gap and for any other word. */
export function readYesNo(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

/** Yes or no where more words follow: `Yes. I would prefer somebody from my field`. */
export function beginsYesNo(cell: string): boolean | undefined {
  return readYesNo(cell) ?? readYesNo(/^\s*(yes|no|ja|nein|oui|non)\b/i.exec(cell)?.[1] ?? '');
}
