// Answer scales with a known order, so that "mentor ahead of mentee" can be read from words.
const scales: readonly (readonly string[])[] = [
  ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'],
  ['First year', 'Second year', 'Third year', 'Fourth year', 'Fifth year', 'Graduate', 'Alumni'],
  ['1st year', '2nd year', '3rd year', '4th year', '5th year'],
  ['Year 1', 'Year 2', 'Year 3', 'Year 4', 'Year 5'],
  ['Freshman', 'Sophomore', 'Junior', 'Senior', 'Graduate'],
  ['Undergraduate', 'Bachelor', 'Master', 'PhD', 'Postdoc', 'Faculty'],
  ['Junior', 'Mid', 'Senior', 'Lead', 'Principal', 'Executive'],
  ['Low', 'Medium', 'High'],
  ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'],
  ['Beginner', 'Intermediate', 'Advanced', 'Expert'],
  ['Strongly disagree', 'Disagree', 'Neither', 'Neutral', 'Agree', 'Strongly agree'],
];

/** The scale's order when all the answers stand on one scale, spelled as they were answered; low to high. */
export function orderOf(answers: readonly string[]): readonly string[] | undefined {
  for (const scale of scales) {
    const rank = new Map(scale.map((word, index) => [word.toLowerCase(), index]));
    const ranks = answers.map((answer) => rank.get(answer.trim().toLowerCase()));
    if (answers.length >= 2 && ranks.every((found) => found !== undefined))
      return scale.map((word) => answers.find((a) => a.toLowerCase() === word.toLowerCase()) ?? word);
  }
  return undefined;
}
