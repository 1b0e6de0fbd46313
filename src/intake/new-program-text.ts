// The first mentorctl.yaml, with a comment over every section; from the answers of init, or with none of them for a first import.
import { shippedInstrument } from '../domain/instruments/shipped.ts';
import { stringify } from 'yaml';
import { criterionKinds } from '../domain/matching/scoring/criterion-kinds.ts';
import { ruleKinds } from '../domain/matching/scoring/rule-kinds.ts';
import { standardEngagement } from '../domain/program/engagement.ts';
import { usualFor, type NewProgram } from '../domain/program/new-program.ts';
import { standardProgram } from '../domain/program/standard-program.ts';

const word = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

/** The text of a program file; `wroteFrom` ends its first sentence, e.g. `from your files`. */
export function newProgramText(answers: NewProgram, wroteFrom: string): string {
  const { capacity } = standardProgram;
  return `# The rules of your program. mentorctl wrote this ${wroteFrom}; change anything, it will not write over your changes.
program: ${word(answers.name ?? standardProgram.name)}

# How many mentees a mentor takes who did not say, and the most anyone may have.
capacity:
  standard: ${answers.standardPlaces ?? capacity.standard}
  maximum: ${answers.mostPlaces ?? Math.max(capacity.maximum, answers.standardPlaces ?? 0)}
${cohortText(answers)}
# Headings of your exports, and what their columns are.
columns: {}

# Answers, by name: set (several options), category (one), ordinal (one, options low to high), number, yes-no, date, text.
fields: {}

# Hard rules bar a pair: ${Object.keys(ruleKinds).join(', ')} (mentorctl help rules).
rules: []

# Criteria score a pair: ${Object.keys(criterionKinds).join(', ')} (mentorctl help criteria).
# Importance: essential, high, medium, low, or a number.
criteria: []

# coverage places as many as possible, then fits best; quality leaves out fits below min-score (0 to 100).
matching:
  objective: coverage
  spread: true
  seed: 1
${lifeText(answers)}
# Letters: whom people may write to, what stands under them, and words of your own (docs/letters.md has every place in braces).
# office: { contact: Peer Office <peers@example.edu>, signature: Dana Levi }
# messages: { waiting: { subject: "{program}: still looking", text: "Dear {to}, we are still looking: {why}." } }

# What is recorded about people: retention, yes-no, number. The verb of every report follows from how people came into the
# groups: lottery, wait-list, staff or self-chosen.
measures: ${measureText(answers)}
groups:
  came-by: ${answers.cameBy ?? 'self-chosen'}
`;
}

function cohortText({ cohort }: NewProgram): string {
  if (cohort === undefined) return '';
  const days = [
    cohort.starts === undefined ? '' : `starts: ${cohort.starts}`,
    cohort.ends === undefined ? '' : `ends: ${cohort.ends}`,
  ].filter(Boolean);
  return `
# Cohorts, and when each starts and ends (YYYY-MM-DD). A pair is expected to last to the end of its cohort.
cohorts:
  ${word(cohort.name)}: {${days.join(', ')}}
`;
}

/** When a pair needs attention, and which surveys fall due; only where init was told what kind of program it is. */
function lifeText({ setting, surveys }: NewProgram): string {
  const parts: string[] = [];
  if (setting !== undefined) {
    const { lengthDays, lengthWhy } = usualFor[setting];
    const days = standardEngagement;
    parts.push(`
# Days after which mentorctl status says that something needs attention: no first meeting, silence, an open flag.
# length-days: how long a pair lasts where its cohort has no end; here ${lengthWhy}.
engagement:
  first-meeting-days: ${days.firstMeetingDays}
  silent-days: ${days.silentDays}
  close-days: ${days.closeDays}
  flag-days: ${days.flagDays}
  length-days: ${lengthDays}
`);
  }
  if (surveys.length > 0) {
    const last = setting === undefined ? standardEngagement.lengthDays : usualFor[setting].lengthDays;
    const due = surveys.flatMap((instrument) =>
      [
        ['pre', 0],
        ['post', last],
      ].map(
        ([wave, day]) =>
          `  - {instrument: ${word(instrument)}, wave: ${wave}, day: ${day}, who: ${shippedInstrument(instrument)?.audience ?? 'mentee'}}`,
      ),
    );
    parts.push(`
# Surveys, and how many days after a pair was made each falls due; who: mentee, mentor or both.
surveys:
${due.join('\n')}
`);
  }
  return parts.join('');
}

function measureText({ checkpoint, setting = 'university' }: NewProgram): string {
  if (checkpoint === undefined) return '{}';
  const name = `${checkpoint} ${usualFor[setting].stayed}`;
  const heading = name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return `
  ${word(name.toLowerCase())}: {kind: retention, headings: [${word(heading)}], when: ${word(checkpoint.toLowerCase())}, primary: true}`;
}
