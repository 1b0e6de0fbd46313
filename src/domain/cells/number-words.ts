// Small numbers as people write them out in a form, in its languages.

/** From none to ten; each by its names, without accents. */
const names: readonly string[] = [
  'none zero ninguno ninguna cero aucun aucune keine keinen null nenhum nenhuma nessuno nessuna geen nul noll ingen zaden zadna',
  'one uno una un une ein eine einen eins um uma een en ett et jeden jedna jednego bir satu',
  'two dos deux zwei zwo dois duas due twee tva dwa dwie dwoch dve dva iki dua',
  'three tres trois drei tre drie trzy trzech tri uc tiga',
  'four cuatro quatre vier quatro quattro fyra cztery czterech ctyri dort empat',
  'five cinco cinq funf fuenf cinque vijf fem piec pieciu pet bes lima',
  'six seis sechs sei zes sex szesc sest alti enam',
  'seven siete sept sieben sete sette zeven sju syv siedem sedm yedi tujuh',
  'eight ocho huit acht oito otto atta otte osiem osm sekiz delapan',
  'nine nueve neuf neun nove negen nio dziewiec devet dokuz sembilan',
  'ten diez dix zehn dez dieci tien tio dziesiec deset sepuluh',
];
const numbers: ReadonlyMap<string, number> = new Map(
  names.flatMap((words, number) => words.split(' ').map((word) => [word, number] as const)),
);

/** `Zwei`, `três`: 0 to 10; undefined for any other word. */
export function numberWord(word: string): number | undefined {
  return numbers.get(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
}
