// What an import did, as a report: the counts first, what a person should look over, the next command.
import { mappingOf } from '../columns/meaning-words.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Kind } from '../columns/vocabulary.ts';
import type { SurveyScores } from '../instruments/survey-items.ts';
import type { Issue } from '../issue.ts';
import type { NewOptions } from '../rows/read-drafts.ts';
import { valueWords } from '../people/person-change.ts';
import type { FieldChange } from '../people/roster.ts';
import type { Block, Report } from '../report/report.ts';
import { leftOutNote, type ReadingFacts } from './reading-note.ts';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly bad: number;
  readonly observations?: { readonly added: number; readonly changed: number; readonly same: number };
  readonly withdrawn?: number;
}

export interface ImportFacts {
  readonly kind: Kind;
  /** Several, where the file says so: `fall-2024, fall-2025`. */
  readonly cohort: string;
  /** The last of several; the one where undefined. */
  readonly lastCohort?: string;
  readonly facts: ReadingFacts;
  readonly columns: readonly ColumnMeaning[];
  readonly counts: ImportCounts;
  /** `209 people: 61 mentors with 148 places, 151 mentees`, or `1985 meetings`. */
  readonly what: string;
  /** Answers to instruments that are known, as they score, and what is to be said of them. */
  readonly surveys?: readonly { readonly scores: SurveyScores; readonly words: readonly string[] }[];
  /** The role of everybody in the file, where no column says it. */
  readonly role?: string | undefined;
  readonly leftOut: readonly { readonly line: number; readonly why: string }[];
  readonly changes: readonly {
    readonly id: string;
    readonly name: string;
    readonly line: number;
    readonly what: readonly FieldChange[];
  }[];
  readonly issues: readonly Issue[];
  readonly inWords: ReadonlyMap<string, number>;
  /** Phrases that say a role, and how they were read. */
  readonly inPhrases?: ReadonlyMap<string, string>;
  /** Ids as written without their zeros in front -> the ids they are. */
  readonly withoutZeros?: ReadonlyMap<string, string>;
  /** Names in place of ids -> the ids of the people on file. */
  readonly byName?: ReadonlyMap<string, string>;
  readonly newOptions: NewOptions;
  /** Rows of the file, good and bad. */
  readonly rows: number;
  /** Under --complete: who is no longer in the file. */
  readonly missing: readonly { readonly id: string; readonly name: string }[];
  /** Who had withdrawn and is in the file; `active`: they take part again. */
  readonly back: {
    readonly people: readonly { readonly id: string; readonly name: string }[];
    readonly active: boolean;
  };
  /** What was written to the program file, in words. */
  readonly programSaid: string | undefined;
  /** What else is to be looked over, a sentence each. */
  readonly remarks?: readonly string[];
  readonly dryRun: boolean;
  readonly verbose: boolean;
}

/** `mentorctl/import@1`: what changed first, then what was left out and why, the next command last. */
export function importReport(told: ImportFacts): Report {
  const { kind, cohort, counts, columns, facts, dryRun } = told;
  const { headingLine, source, ...reading } = facts;
  return {
    schema: 'mentorctl/import@1',
    blocks: [
      ...prose(told),
      ...(dryRun || told.rows === 0
        ? []
        : [nextStep(kind, kind === 'outcomes' ? cohort.replaceAll(', ', ',') : (told.lastCohort ?? cohort))]),
    ],
    json: {
      kind,
      cohort,
      file: source,
      dryRun,
      reading: {
        ...reading,
        headingLine,
        ...(told.role === undefined ? {} : { role: told.role }),
        mapping: mappingOf(columns),
        leftOut: told.leftOut,
      },
      counts,
      ...(told.surveys === undefined ? {} : { surveys: told.surveys.map(({ scores }) => scores) }),
      changes: told.changes,
      readAsNumbers: Object.fromEntries(told.inWords),
      ...(told.inPhrases === undefined || told.inPhrases.size === 0
        ? {}
        : { readAsRoles: Object.fromEntries(told.inPhrases) }),
      ...(told.withoutZeros === undefined || told.withoutZeros.size === 0
        ? {}
        : { readAsIds: Object.fromEntries(told.withoutZeros) }),
      ...(told.remarks === undefined || told.remarks.length === 0 ? {} : { remarks: told.remarks }),
      newOptions: [...told.newOptions].flatMap(([field, options]) =>
        [...options].map(([option, more]) => ({ field, option, ...more })),
      ),
      withdrawn: told.missing,
      takenBack: told.back.active ? told.back.people : [],
      issues: told.issues,
    },
  };
}

function prose(told: ImportFacts): Block[] {
  const { counts, dryRun, cohort } = told;
  const lines = [
    `${dryRun ? 'Would import ' : ''}${told.what} in ${told.lastCohort ?? cohort}. ${news(counts, told.missing.length + (told.back.active ? told.back.people.length : 0))}`,
    ...(told.surveys ?? []).flatMap(({ words }) => words),
    ...leftOutNote(told.leftOut),
  ];
  if (told.inWords.size > 0)
    lines.push(`Read as numbers: ${[...told.inWords].map(([word, seats]) => `"${word}" ${seats}`).join(', ')}.`);
  if (told.inPhrases !== undefined && told.inPhrases.size > 0)
    lines.push(`Read as roles: ${phrasesOf(told.inPhrases)}.`);
  if (told.withoutZeros !== undefined && told.withoutZeros.size > 0)
    lines.push(`Read as ids that have lost the zeros in front, as in a spreadsheet: ${idsOf(told.withoutZeros)}.`);
  if (told.byName !== undefined && told.byName.size > 0) lines.push(`Known by their names: ${idsOf(told.byName)}.`);
  for (const [field, added] of told.newOptions) {
    const first = [...added].slice(0, 8).map(([option, { count, near }]) => {
      const more = [count > 1 ? `${count} times` : '', near === undefined ? '' : `is it ${near}?`].filter(Boolean);
      return more.length === 0 ? option : `${option} (${more.join(', ')})`;
    });
    lines.push(`New answers in ${field}: ${first.join('; ')}${added.size > 8 ? ` and ${added.size - 8} more` : ''}.`);
  }
  if (told.missing.length > 0) {
    lines.push(
      `${dryRun ? 'Would withdraw' : 'Withdrew'} ${told.missing.length}, who ${told.missing.length === 1 ? 'is' : 'are'} not in the file: ${namesOf(told.missing)}.`,
    );
  }
  const { people, active } = told.back;
  if (people.length > 0 && active)
    lines.push(`${dryRun ? 'Would take' : 'Took'} back ${people.length}, who had withdrawn: ${namesOf(people)}.`);
  else if (people.length > 0)
    lines.push(
      `Still withdrawn, though in the file: ${namesOf(people)}. --complete takes back everybody who is in it, mentorctl person return one.`,
    );
  lines.push(...movedGroups(told.changes));
  if (told.verbose)
    for (const { name, id, line, what } of told.changes)
      lines.push(`  line ${line}  ${name} (${id}): ${what.map(changeWords).join(', ')}`);
  lines.push(...(told.remarks ?? []));
  if (told.programSaid !== undefined) lines.push(told.programSaid);
  return lines.map((text) => ({ kind: 'prose', text }));
}

/** People whom this file puts into another group than an earlier one did: whom a report compares hangs on it. */
function movedGroups(changes: ImportFacts['changes']): string[] {
  const moved = changes.flatMap(({ id, what }) =>
    what.flatMap(({ field, before, after }) =>
      field === 'group' && before !== undefined && after !== undefined && before !== after
        ? [`${id} from "${valueWords(before)}" to "${valueWords(after)}"`]
        : [],
    ),
  );
  if (moved.length === 0) return [];
  const more = moved.length > 8 ? ` and ${moved.length - 8} more` : '';
  return [
    `Changed their group: ${moved.slice(0, 8).join(', ')}${more}. Reports count them in the group they are in now; if this file is wrong, mentorctl data undo takes it back.`,
  ];
}

/** `"I want a mentor" mentee, "Not a mentor" neither`; who is neither comes first. */
function phrasesOf(inPhrases: ReadonlyMap<string, string>): string {
  const all = [...inPhrases].sort(([, a], [, b]) => Number(b === 'none') - Number(a === 'none'));
  const shown = all.slice(0, 8).map(([phrase, role]) => `"${phrase}" ${role === 'none' ? 'neither' : role}`);
  return `${shown.join(', ')}${all.length > 8 ? ` and ${all.length - 8} more` : ''}`;
}

function idsOf(withoutZeros: ReadonlyMap<string, string>): string {
  const ids = [...withoutZeros].slice(0, 3).map(([written, id]) => `${written} is ${id}`);
  return `${ids.join(', ')}${withoutZeros.size > 3 ? ` and ${withoutZeros.size - 3} more` : ''}`;
}

function namesOf(people: readonly { readonly id: string; readonly name: string }[]): string {
  const names = people.slice(0, 10).map(({ id, name }) => (name === id ? id : `${name} (${id})`));
  return `${names.join(', ')}${people.length > 10 ? ` and ${people.length - 10} more` : ''}`;
}

function news({ added, changed, same, observations }: ImportCounts, moved: number): string {
  const observed = (observations?.added ?? 0) + (observations?.changed ?? 0);
  if (added + changed + observed === 0) return moved === 0 ? 'Nothing new.' : 'Nobody new.';
  const more =
    observations === undefined || observed === 0
      ? ''
      : ` Observations: ${observations.added} new, ${observations.changed} changed.`;
  return `${added} new, ${changed} changed, ${same} as before.${more}`;
}

function changeWords({ field, before, after }: FieldChange): string {
  return `${field} ${before === undefined ? '' : `${JSON.stringify(before)} -> `}${JSON.stringify(after)}`;
}

function nextStep(kind: Kind, cohort: string): Block {
  const name = /^[\w.,-]+$/.test(cohort) ? cohort : `"${cohort}"`;
  const words =
    kind === 'outcomes'
      ? 'report retention'
      : kind === 'roster' || kind === 'preferences' || kind === 'scores'
        ? 'match'
        : kind === 'pairs'
          ? 'pair list'
          : 'status';
  return { kind: 'next', text: '', command: `mentorctl ${words} --cohort ${name}` };
}
