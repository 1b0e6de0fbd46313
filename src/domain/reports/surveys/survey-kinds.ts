// The surveys that have a report of their own: whom they ask, and what the report is about.

export interface SurveyKind {
  readonly title: string;
  /** What the report is about, after "What this can show:". */
  readonly about: string;
  /** `mentees`: against people without a mentor, where they answered, too. `people in pairs`: both sides, each by itself. */
  readonly who: 'mentees' | 'people in pairs';
  /** What the command says of itself in the list of commands. */
  readonly summary: string;
  /** Goals set and reached stand beside the answers. */
  readonly goals?: true;
}

export const surveyKinds = {
  belonging: {
    title: 'Belonging',
    about: 'how far mentees feel that they belong',
    who: 'mentees',
    summary: 'how far mentees feel that they belong, before and afterwards',
  },
  confidence: {
    title: 'Confidence',
    about: 'what mentees set out to do and how sure they are of themselves',
    who: 'mentees',
    summary: 'how sure mentees are of themselves, before and afterwards, and the goals they reached',
    goals: true,
  },
  growth: {
    title: 'Growth',
    about: 'how mentees see themselves as listeners, among others and amid change',
    who: 'mentees',
    summary: 'how mentees see themselves as listeners, among others and amid change',
  },
  relationship: {
    title: 'Relationship',
    about: 'how the two sides of a pair see it',
    who: 'people in pairs',
    summary: 'how mentors and mentees see their pair',
  },
} as const satisfies Readonly<Record<string, SurveyKind>>;

export type SurveyName = keyof typeof surveyKinds;

export const surveyNames = Object.keys(surveyKinds) as readonly SurveyName[];
