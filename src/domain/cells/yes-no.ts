// Yes and no in the words forms use.
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const yes = list(
  'checked yes y true t 1 x ✓ ✔ ja oui si sí sì sim tak evet da ano kyllä igen nai ναι да так hai はい 是 예 네 ya نعم כן',
);
const no =
  list(`unchecked no n false f 0 nein non não nao nee nej nei nie hayır hayir nu ne ei nem όχι нет ні いいえ 否 아니요 아니오 tidak
  لا לא`);

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
