// What is said of people whom the files put into more than one group.

/** `n`: people who were in one group in one file and in another in a later one. */
export function bothGroupsLines(n: number, minCell: number): string[] {
  if (n === 0) return [];
  const who = n < minCell ? 'Some people were' : `${n} people were`;
  return [
    `${who} in one group in one file and in another in a later one: they count in the last. Who was offered mentoring and left it again belongs to the mentored; if a file is wrong, import it again as it should be.`,
  ];
}
