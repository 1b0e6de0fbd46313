// Numbers that cannot be meant: what some systems write where there is none, and less than nothing.

/** Of these nobody has less than none. */
const neverNegative = /gpa|grade|credit|mark|score|point|hours|average|note|moyenne|promedio|calificaci|voto|cijfer/i;
const average = /gpa|grade point|cgpa|qca/i;

/**
 * What is odd about a number of a column, in words; undefined for the others. `name`: what is measured. `others`: the
 * numbers of the column.
 */
export function oddNumbers(name: string, others: readonly number[]): (number: number) => string | undefined {
  const plain = others.filter((number) => number >= 0 && !nines(number));
  const largest = plain.reduce((most, number) => Math.max(most, number), 0);
  const small = average.test(name) && plain.filter((number) => number <= 5).length > 0.8 * plain.length;
  return (number) => {
    if (nines(number) && plain.length > 0 && Math.abs(number) > 2 * largest)
      return 'hardly meant: some systems write it where there is none';
    if (number < 0 && neverNegative.test(name)) return 'less than none';
    if (average.test(name) && (number > 100 || (small && number > 10))) return 'more than an average of grades can be';
    return undefined;
  };
}

/** 99, 999, -9, 99.99. */
function nines(number: number): boolean {
  return /^(-9+|9{2,})(\.9+)?$/.test(String(number));
}
