// A program file as it is written becomes the Program that everything else reads, with the standard where it is silent.
import { parseIsoDate } from '../domain/civil-date.ts';
import type { CirclePlan, CohortPlan, Criterion, Field, Measure, Program, Rule } from '../domain/program/program.ts';
import { standardProgram } from '../domain/program/standard-program.ts';
import { toEngagement } from './program-engagement.ts';
import { toKeeping } from './program-keeping.ts';
import type { ProgramText } from './program-schema.ts';

/** Importance in words, scores in tenths of a point, dates as days. */
export function toProgram(text: ProgramText): Program {
  const standard = standardProgram;
  return {
    name: text.program ?? standard.name,
    capacity: {
      standard: text.capacity?.standard ?? standard.capacity.standard,
      maximum: text.capacity?.maximum ?? standard.capacity.maximum,
      words: text.capacity?.words ?? {},
      ...(text.capacity?.per === 'cohort' ? { per: 'cohort' as const } : {}),
    },
    ...(text.dates === undefined ? {} : { dates: text.dates }),
    headings: text.columns ?? {},
    roles: keyed(text.roles, (word) => word.toLowerCase()),
    statuses: keyed(text.statuses, (word) => word.toLowerCase()),
    grades: keyed(text.grades, (letter) => letter.toUpperCase()),
    fields: Object.entries(text.fields ?? {}).map(
      ([name, { type, options = [], headings = [], tell, any, scale }]): Field => ({
        name,
        type,
        options,
        headings,
        ...(tell === undefined
          ? {}
          : { tell: tell === true || tell === 'yes' || (tell !== false && tell !== 'no' && tell) }),
        ...(any === undefined ? {} : { any }),
        ...scaleOf(scale),
      }),
    ),
    rules: (text.rules ?? []).map((rule): Rule => ({
      ...defined({ least: rule.least, most: rule.most, people: rule.people, zone: rule.zone }),
      ...(rule.value === undefined ? {} : { value: spoken(rule.value) }),
      kind: rule.kind,
      ...sides(rule),
    })),
    criteria: (text.criteria ?? []).map((criterion): Criterion => ({
      ...defined({
        range: criterion.range,
        ideal: criterion.ideal,
        table: criterion.table,
        side: criterion.side,
        then: criterion.then,
      }),
      ...defined({ scaledBy: criterion['scaled-by'] }),
      kind: criterion.kind,
      importance: criterion.importance ?? 'medium',
      ...sides(criterion),
    })),
    matching: {
      // A lowest acceptable fit means quality, as it does on the command line.
      objective:
        text.matching?.objective ?? ((text.matching?.['min-score'] ?? 0) > 0 ? 'quality' : standard.matching.objective),
      minScore: Math.round((text.matching?.['min-score'] ?? 0) * 10),
      spread: isOn(text.matching?.spread) ?? standard.matching.spread,
      ...(text.matching?.floor === 'best' ? { floor: 'best' as const } : {}),
      ...(text.matching?.method === 'stable' ? { method: 'stable' as const } : {}),
      ...(text.matching?.unlisted === 'acceptable' ? { unlisted: 'acceptable' as const } : {}),
      ...(isOn(text.matching?.fair) === true ? { fair: true as const } : {}),
      ...(isOn(text.matching?.['first-choices']) === true ? { firstChoices: true as const } : {}),
      ...defined({ softCap: text.matching?.['soft-cap'] }),
      ...(text.matching?.priority === undefined
        ? {}
        : { priority: text.matching.priority.map(({ field, is }) => ({ field, is: [is].flat().map(spoken) })) }),
      preferPrevious: text.matching?.['prefer-previous'] ?? standard.matching.preferPrevious,
      seed: text.matching?.seed ?? standard.matching.seed,
    },
    ...(text.circles === undefined ? {} : { circles: toCircles(text.circles) }),
    ...(text['second-mentor'] === undefined ? {} : { secondMentor: defined({ ...text['second-mentor'] }) }),
    cohorts: Object.entries(text.cohorts ?? {}).map(([name, plan]): CohortPlan => ({
      name,
      ...defined({ starts: date(plan?.starts), ends: date(plan?.ends), matchBy: date(plan?.['match-by']) }),
    })),
    groups: {
      mentored: text.groups?.mentored ?? [],
      comparison: text.groups?.comparison ?? [],
      cameBy: text.groups?.['came-by'] ?? standard.groups.cameBy,
      names: text.groups?.names ?? {},
    },
    measures: Object.entries(text.measures ?? {}).map(([name, measure]): Measure => ({
      name,
      kind: measure.kind,
      headings: measure.headings ?? [],
      higherIs: measure['higher-is'] ?? 'better',
      ...defined({
        when: measure.when,
        start: measure.start,
        yesMeans: measure['yes-means'],
        baseline: measure.baseline,
        before: measure.before,
        of: measure.of,
        participation: measure.participation,
        primary: measure.primary,
        meaningful: measure.meaningful,
      }),
    })),
    reports: {
      minCell: text.reports?.['min-cell'] ?? standard.reports.minCell,
      earlyDays: text.reports?.['early-days'] ?? standard.reports.earlyDays,
      strata: text.reports?.strata ?? [],
      samePeople: text.reports?.['same-people'] ?? [],
      among: text.reports?.among ?? [],
      targets: text.reports?.targets ?? {},
      ...defined({
        adjustFor: text.reports?.['adjust-for'],
        errors: text.reports?.errors,
        leftOn: text.reports?.['left-on'],
        retained: text.reports?.retained,
        asOf: date(text.reports?.['as-of']),
        source: text.reports?.source,
      }),
    },
    ...(text.costs === undefined
      ? {}
      : { costs: defined({ ...text.costs['per-mentee'], currency: text.costs.currency }) }),
    ...toEngagement(text),
    ...toKeeping(text),
  };
}

function keyed<T>(
  words: Readonly<Record<string, T>> = {},
  fold: (word: string) => string,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(words).map(([word, meaning]) => [fold(word.trim()), meaning]));
}

function scaleOf([low, high]: readonly number[] = []): Pick<Field, 'scale'> {
  return low === undefined || high === undefined ? {} : { scale: [low, high] };
}

function isOn(word: boolean | 'on' | 'off' | undefined): boolean | undefined {
  return typeof word === 'string' ? word === 'on' : word;
}

/** An answer as people give it: YAML makes a boolean of a yes that stands alone. */
function spoken(answer: string | number | boolean): string {
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}

/** 3 to 15 people where the file does not say: the sizes group mentoring programs use. */
function toCircles({ least = 3, most = 15, ...rest }: NonNullable<ProgramText['circles']>): CirclePlan {
  return { least, most, ...defined({ who: rest.who, coMentor: rest['co-mentor'] }) };
}

function sides(text: { field?: string | undefined; mentee?: string | undefined; mentor?: string | undefined }): {
  mentee: string;
  mentor: string;
} {
  return { mentee: text.mentee ?? text.field ?? '', mentor: text.mentor ?? text.field ?? '' };
}

function date(text: string | undefined): CohortPlan['starts'] {
  return text === undefined ? undefined : parseIsoDate(text);
}

/** Without the undefined ones, as exactOptionalPropertyTypes asks. */
function defined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
