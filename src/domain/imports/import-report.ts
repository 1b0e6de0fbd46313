// What an import did, as a report: the counts first, what a person should look over, the next command.
import { mappingOf } from '../columns/meaning-words.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Kind } from '../columns/vocabulary.ts';
import type { Issue } from '../issue.ts';
import type { FieldChange } from '../people/roster.ts';
import type { Block, Report } from '../reports/report.ts';
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
  readonly cohort: string;
  readonly facts: ReadingFacts;
  readonly columns: readonly ColumnMeaning[];
  readonly counts: ImportCounts;
  /** `209 people: 61 mentors with 148 places, 151 mentees`, or `1985 meetings`. */
  readonly what: string;
  readonly leftOut: readonly { readonly line: number; readonly why: string }[];
  readonly changes: readonly {
    readonly id: string;
    readonly name: string;
    readonly line: number;
    readonly what: readonly FieldChange[];
  }[];
  readonly issues: readonly Issue[];
  readonly inWords: ReadonlyMap<string, number>;
  readonly newOptions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Under --complete: who is no longer in the file. */
  readonly missing: readonly { readonly id: string; readonly name: string }[];
  /** What was written to the program file, in words. */
  readonly programSaid: string | undefined;
  readonly dryRun: boolean;
  readonly verbose: boolean;
}

export function importReport(told: ImportFacts): Report {
  const { kind, cohort, counts, columns, facts, dryRun } = told;
  const { headingLine, source, ...reading } = facts;
  return {
    schema: 'mentorctl/import@1',
    blocks: [...prose(told), ...(dryRun ? [] : [nextStep(kind, cohort)])],
    json: {
      kind,
      cohort,
      file: source,
      dryRun,
      reading: { ...reading, headingLine, mapping: mappingOf(columns), leftOut: told.leftOut },
      counts,
      changes: told.changes,
      readAsNumbers: Object.fromEntries(told.inWords),
      newOptions: Object.fromEntries([...told.newOptions].map(([field, options]) => [field, [...options]])),
      withdrawn: told.missing,
      issues: told.issues,
    },
  };
}

function prose(told: ImportFacts): Block[] {
  const { counts, dryRun, cohort } = told;
  const lines = [
    `${dryRun ? 'Would import ' : ''}${told.what} in ${cohort}. ${news(counts)}`,
    ...leftOutNote(told.leftOut),
  ];
  if (told.inWords.size > 0)
    lines.push(`Read as numbers: ${[...told.inWords].map(([word, seats]) => `"${word}" ${seats}`).join(', ')}.`);
  for (const [field, added] of told.newOptions) {
    const first = [...added].slice(0, 8).join('; ');
    lines.push(`New answers in ${field}: ${first}${added.size > 8 ? ` and ${added.size - 8} more` : ''}.`);
  }
  if (told.missing.length > 0) {
    const names = told.missing.slice(0, 10).map(({ id, name }) => (name === id ? id : `${name} (${id})`));
    const more = told.missing.length > 10 ? ` and ${told.missing.length - 10} more` : '';
    lines.push(
      `${dryRun ? 'Would withdraw' : 'Withdrew'} ${told.missing.length}, who are not in the file: ${names.join(', ')}${more}.`,
    );
  }
  if (told.verbose)
    for (const { name, id, line, what } of told.changes)
      lines.push(`  line ${line}  ${name} (${id}): ${what.map(changeWords).join(', ')}`);
  if (told.programSaid !== undefined) lines.push(told.programSaid);
  return lines.map((text) => ({ kind: 'prose', text }));
}

function news({ added, changed, same, observations }: ImportCounts): string {
  const observed = (observations?.added ?? 0) + (observations?.changed ?? 0);
  if (added + changed + observed === 0) return 'Nothing new.';
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
  const name = /^[\w.-]+$/.test(cohort) ? cohort : `"${cohort}"`;
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
