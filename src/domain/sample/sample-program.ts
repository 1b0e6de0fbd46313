// A seeded sample program: two cohorts as the files an office would have, and what then happened to the pairs.
import { normal, seededChance, type Chance } from '../chance.ts';
import { addDays, daysBetween, type CivilDate } from '../civil-date.ts';
import type { SampleFile, SamplePair } from './sample-file.ts';
import { pick, student, type Student } from './sample-student.ts';
import { sampleSurveys } from './sample-surveys.ts';

const topics = [
  'Soft skills: communication, ideation, presentation',
  'Study habits',
  'Exams',
  'Career, internships',
  'Making friends',
  'Living away from home',
  'Research',
];
const majors = ['Biology', 'Computer Science', 'Economics', 'History', 'Mathematics', 'Nursing', 'Psychology'];
const years = ['First year', 'Second year', 'Third year', 'Fourth year'];
const campuses = ['North', 'Downtown'];
const seatWords = ['1', '2', '2', '3', '3', '4', 'Two', '2 or 3', 'as many as you need'];
const sources = ['A friend', 'Orientation', 'Poster', 'A lecturer', 'E-mail'];

/** The first is finished, the second under way. */
export const sampleCohorts = ['fall-2025', 'fall-2026'] as const;
export type SampleCohort = (typeof sampleCohorts)[number];

/**
 * Sign-ups of a cohort (about 60 mentors, 150 mentees) and, for the finished one, the registrar's extract with another
 * 150 first-year students who did not join. Nothing is planted: staying depends on the high-school grade alone, and
 * those with better grades joined a little more often, so mentoring has no effect in these data: over 300 seeds the
 * mean difference in staying is 0.6 points, all of it selection (`seed` 1 happens to show 17; chance does that).
 */
export function sampleFiles(cohort: SampleCohort, seed: number): readonly SampleFile[] {
  const first = cohort === 'fall-2025';
  const chance = seededChance(seed + (first ? 0 : 1000));
  const newcomers = Array.from({ length: 60 }, (_, n) => student(chance, (first ? 1000 : 2000) + n));
  const pool = Array.from({ length: 300 }, (_, n) => student(chance, (first ? 5000 : 6000) + n));
  const mentees = pool.filter(({ joined }) => joined).slice(0, 150);
  const mentors = first ? newcomers : [...returning(seed), ...newcomers.slice(0, 60 - 2 * returners)];
  const signups: SampleFile = {
    name: `signups-${cohort}.csv`,
    rows: [
      [
        'Timestamp',
        'Email Address',
        'Full name',
        'Student ID',
        'Mentor or mentee?',
        'How many mentees could you take?',
        'Year of study',
        'Major',
        'Topics you want to talk about (tick all)',
        'Campus',
        'How did you hear about us?',
        'Anything else?',
      ],
      ...[
        ...mentors.map((person) => ({ person, mentor: true })),
        ...mentees.map((person) => ({ person, mentor: false })),
      ].map(({ person, mentor }, n) => [
        `8/${1 + (n % 28)}/${first ? 2025 : 2026} ${9 + (n % 9)}:${String(n % 60).padStart(2, '0')}:00`,
        person.email,
        person.name,
        person.id,
        mentor ? 'Mentor' : 'Mentee',
        mentor ? pick(chance, seatWords) : '',
        mentor ? pick(chance, years.slice(1)) : 'First year',
        pick(chance, majors),
        several(chance, topics).join(', '),
        pick(chance, campuses),
        pick(chance, sources),
        chance() < 0.1 ? 'Evenings are best for me' : '',
      ]),
    ],
  };
  if (!first) return [signups];
  const joined = new Set(mentees.map(({ id }) => id));
  const registrar: SampleFile = {
    name: 'registrar-fall-2025.csv',
    rows: [
      [
        'Student ID',
        'Participated',
        'High School GPA',
        'First Gen',
        'Fall 2025 Enrolled',
        'Fall 2026 Enrolled',
        'GPA Fall',
        'Exclusion',
      ],
      ...pool.map((person, n) => {
        const stays = chance() < 0.55 + 0.09 * (person.gpa - 1);
        const excluded = n === 40 || n === 170;
        return [
          person.id,
          joined.has(person.id) ? 'Y' : 'N',
          person.gpa.toFixed(2),
          chance() < 0.3 ? 'Y' : 'N',
          'Y',
          excluded || !stays ? 'N' : 'Y',
          chance() < 0.04 ? '' : Math.min(4, Math.max(0, person.gpa - 0.3 + 0.5 * normal(chance))).toFixed(2),
          excluded ? (n === 40 ? 'Armed forces' : 'Deceased') : '',
        ];
      }),
    ],
  };
  return [signups, registrar, sampleTraining(mentors)];
}

/** What the office noted of the mentors: three in four were trained, one in five took a role elsewhere. */
function sampleTraining(mentors: readonly Student[]): SampleFile {
  return {
    name: 'training-fall-2025.csv',
    rows: [
      ['Student ID', 'Mentor training', 'Leadership role taken'],
      ...mentors.map(({ id }, n) => [id, n % 4 === 0 ? 'N' : 'Y', n % 5 === 0 ? 'Y' : 'N']),
    ],
  };
}

/** Of the first cohort, mentors who go on and mentees who are now mentors themselves: so many of each. */
const returners = 9;

function returning(seed: number): Student[] {
  const [signups] = sampleFiles('fall-2025', seed);
  const rows = signups?.rows.slice(1) ?? [];
  const people = (role: string): Student[] =>
    rows
      .filter((row) => row[4] === role)
      .filter((_, n) => n % 6 === 0)
      .slice(0, returners)
      .map((row) => ({ email: row[1] ?? '', name: row[2] ?? '', id: row[3] ?? '', gpa: 3, joined: true }));
  return [...people('Mentor'), ...people('Mentee')];
}

/** Meetings, goals, flags and surveys of a cohort's pairs between `from` and `to`. A few pairs never meet, some go quiet. */
export function sampleHappenings(
  pairs: readonly SamplePair[],
  from: CivilDate,
  to: CivilDate,
  seed: number,
): readonly SampleFile[] {
  const chance = seededChance(seed + 77);
  const meetings: string[][] = [];
  const goals: string[][] = [];
  const flags: string[][] = [];
  const span = daysBetween(from, to);
  const within = (day: CivilDate): boolean => daysBetween(day, to) >= 0;
  for (const { mentor, mentee } of pairs) {
    const quiet = chance() < 0.12 ? 0.4 : 1;
    if (chance() > 0.03) {
      for (
        let day = addDays(from, Math.floor(12 * chance()));
        daysBetween(day, to) >= 0 && daysBetween(from, day) <= quiet * span;
        day = addDays(day, 7 + Math.floor(14 * chance()))
      ) {
        const reflection = chance() < 0.2 ? 'I listened more than I spoke' : '';
        meetings.push([
          day,
          mentor,
          mentee,
          String(20 + 5 * Math.floor(9 * chance())),
          pick(chance, ['in person', 'video', 'phone']),
          pick(chance, topics),
          reflection,
        ]);
      }
    }
    if (chance() < 0.5) {
      const set = addDays(from, Math.floor(20 * chance()));
      const reached = addDays(set, 20 + Math.floor(60 * chance()));
      if (within(set))
        goals.push([
          mentee,
          pick(chance, ['Pass statistics', 'Join a society', 'Find an internship', 'Speak up in seminars']),
          set,
          within(reached) && chance() < 0.6 ? reached : '',
        ]);
    }
    if (chance() < 0.08) {
      const raised = addDays(from, Math.floor(span * chance()));
      const resolved = addDays(raised, 2 + Math.floor(16 * chance()));
      flags.push([
        mentee,
        pick(chance, ['exams', 'money', 'homesick', 'timetable']),
        raised,
        mentor,
        within(resolved) && chance() < 0.85 ? resolved : '',
      ]);
    }
  }
  return [
    { name: 'meetings', rows: [['Date', 'Mentor', 'Mentee', 'Minutes', 'Mode', 'Topic', 'Reflection'], ...meetings] },
    { name: 'goals', rows: [['Mentee', 'Goal', 'Set on', 'Reached on'], ...goals] },
    { name: 'flags', rows: [['Mentee', 'About', 'Raised on', 'Raised by', 'Resolved on'], ...flags] },
    ...sampleSurveys(pairs, span, seed),
  ];
}

function several(chance: Chance, from: readonly string[]): string[] {
  const some = from.filter(() => chance() < 0.4);
  return some.length === 0 ? [pick(chance, from)] : some;
}
